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

/// The addresses that receivers say they see a server at, from the causes of its log.
public final class QuotedAddresses {
    /// What Postfix puts before a remote's reply (smtp_trouble.c): `host NAME[ADDRESS] said: `.
    private static final Pattern REPLY =
            Pattern.compile(
                    "host \\S{1,255}\\[([0-9A-Fa-f.:]{2,45})](?::\\d{1,5})?"
                            + " (?:said|refused to talk to me): (.*)",
                    Pattern.DOTALL);

    private QuotedAddresses() {}

    /// Those that most receivers quote first.
    public static List<Quoted> of(List<CauseFigures> causes) {
        Map<IpAddress, Seen> seen = new LinkedHashMap<>();
        for (CauseFigures cause : causes) {
            Matcher reply = REPLY.matcher(cause.example());
            if (reply.find()) {
                IpAddress relay = IpAddress.parse(reply.group(1)).orElse(null);
                QuotedAddress.find(relay, reply.group(2))
                        .ifPresent(quoted ->
                                seen.computeIfAbsent(
                                                quoted.address(),
                                                _ -> new Seen(quoted, new LinkedHashSet<>()))
                                        .receivers()
                                        .add(cause.relay()));
            }
        }
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
