package org.spoolscope.postfix.sender;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.Addresses;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// The domains of those who send through this server: of messages that were handed in by an account
/// that had logged in (SASL), at a submission port, or on the server itself (pickup). Mail that
/// only comes in names strangers' domains, which are not this server's. Bounded; nothing of it is
/// kept. Used by one thread.
public final class OwnSenders {
    private static final int MOST_IDS = 4096;
    private static final int MOST_DOMAINS = 4096;

    private final Map<String, Boolean> handedIn =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST_IDS;
                }
            };
    private final Map<String, Integer> domains = new HashMap<>();

    /// The next line of the log.
    public void add(LogLine line) {
        String id = line.textOrEmpty(LogField.ID);
        if (isHandedIn(line)) {
            handedIn.put(id, true);
        } else if (line.event() == LogEvent.QUEUED && handedIn.remove(id) != null) {
            String domain = Addresses.domain(line.textOrEmpty(LogField.FROM));
            if (!domain.isEmpty()
                    && (domains.size() < MOST_DOMAINS || domains.containsKey(domain))) {
                domains.merge(domain, 1, Integer::sum);
            }
        }
    }

    /// Those with the most messages, the most first.
    public List<String> domains(int most) {
        return domains.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isHandedIn(LogLine line) {
        return line.event() == LogEvent.PICKUP
                || line.event() == LogEvent.CLIENT
                        && (line.has(LogField.SASL_USERNAME)
                                || isSubmission(line.textOrEmpty(LogField.PROGRAM)));
    }

    /// Services of master.cf for those who send: `submission`, `submissions` and `smtps`.
    private static boolean isSubmission(String program) {
        return program.endsWith("/submission/smtpd")
                || program.endsWith("/submissions/smtpd")
                || program.endsWith("/smtps/smtpd");
    }
}
