package org.spoolscope.monitor.blocklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.IpAddress;
import org.spoolscope.monitor.lookup.SendingAddresses.Quoted;
import org.spoolscope.postfix.QuotedAddress;

/// The addresses that receivers say they see a server at, from the causes of its log.
final class QuotedAddresses {
    /// What Postfix puts before a remote's reply (smtp_trouble.c): `host NAME[ADDRESS] said: `.
    private static final Pattern REPLY =
            Pattern.compile(
                    "host \\S{1,255}\\[([0-9A-Fa-f.:]{2,45})](?::\\d{1,5})?"
                            + " (?:said|refused to talk to me): (.*)",
                    Pattern.DOTALL);

    private QuotedAddresses() {}

    /// Those that most receivers quote first.
    static List<Quoted> of(List<CauseFigures> causes) {
        Map<IpAddress, QuotedAddress> examples = new LinkedHashMap<>();
        Map<IpAddress, Set<String>> receivers = new LinkedHashMap<>();
        for (CauseFigures cause : causes) {
            Matcher reply = REPLY.matcher(cause.example());
            if (reply.find()) {
                IpAddress relay = IpAddress.parse(reply.group(1)).orElse(null);
                QuotedAddress.find(relay, reply.group(2))
                        .ifPresent(quoted -> {
                            examples.putIfAbsent(quoted.address(), quoted);
                            receivers
                                    .computeIfAbsent(quoted.address(), _ -> new LinkedHashSet<>())
                                    .add(cause.relay());
                        });
            }
        }
        List<Quoted> quoted = new ArrayList<>();
        receivers.forEach((address, by) ->
                quoted.add(new Quoted(examples.get(address), by.iterator().next(), by.size())));
        quoted.sort((one, other) -> other.receivers() - one.receivers());
        return quoted;
    }
}
