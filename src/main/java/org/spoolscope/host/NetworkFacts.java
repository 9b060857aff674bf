package org.spoolscope.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.IpAddress;

/// A server's own addresses: what the command `network` of [HostCommands] printed.
///
/// @param addresses those that reach beyond one link, without loopback; in the order they came
/// @param route4 from which the kernel sends to anywhere, over IPv4; null when there is no route,
///   or when it is not told
/// @param route6 the same over IPv6
public record NetworkFacts(
        List<IpAddress> addresses, @Nullable IpAddress route4, @Nullable IpAddress route6) {
    private static final int MOST_ADDRESSES = 1024;

    /// `4: eth0 inet 192.0.2.10/24 … scope global eth0 …` of ip-address(8).
    private static final Pattern ADDR =
            Pattern.compile("[0-9]+: \\S+\\s+inet6? ([0-9A-Fa-f.:]+)(?:/| ).* scope global\\b.*");

    /// `192.0.2.1 via … src 192.0.2.10 …` of ip-route(8).
    private static final Pattern SOURCE = Pattern.compile(".*\\bsrc ([0-9A-Fa-f.:]+)(?: .*)?");

    /// A leaf of `/proc/net/fib_trie`, and what it says of it on the next line.
    private static final Pattern LEAF = Pattern.compile(".*\\|-- ([0-9.]+)");

    private static final Pattern OWN = Pattern.compile("\\s*/32 host LOCAL");

    /// `/proc/net/if_inet6`: address, interface, prefix, scope (00 is global), flags, name.
    private static final Pattern INET6 =
            Pattern.compile("([0-9a-f]{32}) [0-9a-f]+ [0-9a-f]+ 00 [0-9a-f]+\\s+\\S+");

    private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.0").orElseThrow();

    public NetworkFacts {
        addresses = List.copyOf(addresses);
    }

    /// Whatever does not fit is passed over.
    public static NetworkFacts parse(String output) {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        IpAddress route4 = null;
        IpAddress route6 = null;
        String leaf = "";
        for (String line : output.split("\n", -1)) {
            int tab = line.indexOf('\t');
            String rest = line.substring(tab + 1);
            switch (tab < 0 ? "" : line.substring(0, tab)) {
                case "addr" -> address(ADDR, rest).ifPresent(addresses::add);
                case "route4" -> route4 = route4 == null ? source(rest) : route4;
                case "route6" -> route6 = route6 == null ? source(rest) : route6;
                case "if_inet6" -> inet6(rest).ifPresent(addresses::add);
                case "fib_trie" -> {
                    if (OWN.matcher(rest).matches()) {
                        address(LEAF, leaf).ifPresent(addresses::add);
                    }
                    leaf = rest;
                }
                default -> {
                    // Nothing that is known here.
                }
            }
        }
        List<IpAddress> found = new ArrayList<>(addresses);
        found.removeIf(one -> one.isIn(LOOPBACK, 8));
        return new NetworkFacts(
                found.subList(0, Math.min(found.size(), MOST_ADDRESSES)), route4, route6);
    }

    private static Optional<IpAddress> address(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        return found.matches() ? IpAddress.parse(found.group(1)) : Optional.empty();
    }

    private static @Nullable IpAddress source(String line) {
        return address(SOURCE, line).orElse(null);
    }

    private static Optional<IpAddress> inet6(String line) {
        Matcher found = INET6.matcher(line);
        return found.matches()
                ? IpAddress.parse(found.group(1).replaceAll("(.{4})(?!$)", "$1:"))
                : Optional.empty();
    }
}
