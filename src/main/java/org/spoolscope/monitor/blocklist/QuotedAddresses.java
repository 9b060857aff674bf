package org.spoolscope.monitor.blocklist;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.IpAddress;
import org.spoolscope.monitor.lookup.SendingAddresses.Quoted;
import org.spoolscope.postfix.QuotedAddress;

/// The addresses that receivers say they see a server at, from the replies in its log. Used by one
/// thread.
public final class QuotedAddresses {
    /// What Postfix puts before a remote's reply (smtp_trouble.c): `host NAME[ADDRESS] said: `.
    private static final Pattern REPLY =
            Pattern.compile(
                    "host \\S{1,255}\\[([0-9A-Fa-f.:]{2,45})](?::\\d{1,5})?"
                            + " (?:said|refused to talk to me): (.*)",
                    Pattern.DOTALL);

    /// More than any server has; replies may say anything.
    private static final int MOST_ADDRESSES = 100;

    private static final int MOST_RECEIVERS = 1000;

    private final Map<IpAddress, Seen> seen = new LinkedHashMap<>();

    /// From the causes of a log that is followed.
    public static List<Quoted> of(List<CauseFigures> causes) {
        QuotedAddresses all = new QuotedAddresses();
        causes.forEach(cause -> all.add(cause.example(), cause.relay()));
        return all.quoted();
    }

    /// The next reason of a delivery that failed.
    ///
    /// @param reason as it was logged
    /// @param receiver the domain of who said that
    public void add(String reason, String receiver) {
        Matcher reply = REPLY.matcher(reason);
        if (reply.find()) {
            IpAddress relay = IpAddress.parse(reply.group(1)).orElse(null);
            QuotedAddress.find(relay, reply.group(2)).ifPresent(quoted -> add(quoted, receiver));
        }
    }

    private void add(QuotedAddress quoted, String receiver) {
        if (seen.size() < MOST_ADDRESSES || seen.containsKey(quoted.address())) {
            SequencedSet<String> receivers =
                    seen.computeIfAbsent(
                                    quoted.address(), _ -> new Seen(quoted, new LinkedHashSet<>()))
                            .receivers();
            if (receivers.size() < MOST_RECEIVERS) {
                receivers.add(receiver);
            }
        }
    }

    /// Those that most receivers quote first.
    public List<Quoted> quoted() {
        return seen.values().stream()
                .sorted(Comparator.comparingInt(Seen::count).reversed())
                .map(Seen::quoted)
                .toList();
    }

    /// One address, and who quotes it.
    private record Seen(QuotedAddress example, SequencedSet<String> receivers) {
        int count() {
            return receivers.size();
        }

        Quoted quoted() {
            return new Quoted(example, receivers.getFirst(), count());
        }
    }
}
