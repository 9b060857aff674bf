package org.spoolscope.postfix.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// Whether the totals of `postsuper` are explained by the ids that it named before, one process by
/// itself. With `ALL` it names none.
final class PostsuperTotals {
    /// `postsuper` says its totals at its end; one that was killed never does.
    private static final int MOST_PROCESSES = 64;

    /// What the total calls what each line of a message calls.
    private static final Map<String, String> ACTIONS =
            Map.of(
                    "Deleted", "removed",
                    "Placed on hold", "placed on hold",
                    "Released from hold", "released from hold",
                    "Requeued", "requeued",
                    "Force-expired", "expired");

    private record Named(long process, String action) {}

    private final Map<Named, Integer> named =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Named, Integer> eldest) {
                    return size() > MOST_PROCESSES;
                }
            };

    /// Takes a line about one message.
    void name(LogLine line, String action) {
        named.merge(new Named(process(line), action), 1, Integer::sum);
    }

    /// Takes a total.
    ///
    /// @return whether it counts more messages than were named
    boolean isUnexplained(LogLine line) {
        long told = count(line.textOrEmpty(LogField.TEXT));
        String total = line.textOrEmpty(LogField.ACTION);
        @Nullable String action = ACTIONS.get(total);
        if (action == null) {
            // The structure was repaired: messages may have other ids now.
            return told > 0 && total.startsWith("Renamed");
        }
        Integer before = named.remove(new Named(process(line), action));
        return told > (before == null ? 0 : before);
    }

    private static long process(LogLine line) {
        return line.number(LogField.PID, -1);
    }

    /// Of `12 messages`.
    private static long count(String text) {
        long count = 0;
        for (int i = 0; i < Math.min(text.length(), 12); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            count = count * 10 + digit;
        }
        return count;
    }
}
