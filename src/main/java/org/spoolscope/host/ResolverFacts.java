package org.spoolscope.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.IpAddress;

/// Which resolvers a server asks, and with which programs it can: what the command `resolver` of
/// [HostCommands] printed.
///
/// @param nameservers in the order in which they are asked; not empty
/// @param tools of dig, drill and host those that are there, in this order
public record ResolverFacts(List<Nameserver> nameservers, List<Tool> tools) {
    /// A program that asks the DNS, in the order of preference: dig keeps the name it asks for out
    /// of the server's process list, drill and host do not.
    public enum Tool {
        DIG("dig"),
        DRILL("drill"),
        HOST("host");

        private final String program;

        Tool(String program) {
            this.program = program;
        }

        /// Its name, as the command `lookup` takes it.
        public String program() {
            return program;
        }
    }

    /// A resolver, at port 53.
    ///
    /// @param scope of a link-local address (RFC 4007 11), such as `eth0`; else empty
    public record Nameserver(IpAddress address, String scope) {
        /// `192.0.2.53`, `fe80::1%eth0`.
        public String host() {
            return scope.isEmpty() ? address.toString() : address + "%" + scope;
        }
    }

    /// What glibc asks when the file names none, or is not there (resolv.conf(5)).
    private static final Nameserver LOCAL =
            new Nameserver(IpAddress.parse("127.0.0.1").orElseThrow(), "");

    /// More of them are not asked (`MAXNS` of glibc and musl).
    private static final int MOST_NAMESERVERS = 3;

    /// At the beginning of the line, as resolv.conf(5) has it; what follows the address is ignored.
    private static final Pattern NAMESERVER =
            Pattern.compile(
                    "nameserver[ \\t]+([0-9A-Fa-f.:]{2,45})(?:%([A-Za-z0-9._-]{1,15}))?(?:[ \\t;#].*)?");

    public ResolverFacts {
        nameservers = List.copyOf(nameservers);
        tools = List.copyOf(tools);
    }

    /// Whatever does not fit is passed over.
    public static ResolverFacts parse(String output) {
        List<Nameserver> nameservers = new ArrayList<>();
        List<Tool> tools = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            if (output.lines().anyMatch(("tool\t" + tool.program())::equals)) {
                tools.add(tool);
            }
        }
        output.lines()
                .filter(line -> line.startsWith("conf\t"))
                .flatMap(line -> nameserver(line.substring(line.indexOf('\t') + 1)).stream())
                .distinct()
                .limit(MOST_NAMESERVERS)
                .forEach(nameservers::add);
        return new ResolverFacts(nameservers.isEmpty() ? List.of(LOCAL) : nameservers, tools);
    }

    private static Optional<Nameserver> nameserver(String line) {
        Matcher found = NAMESERVER.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        String scope = found.group(2) == null ? "" : found.group(2);
        return IpAddress.parse(found.group(1)).map(address -> new Nameserver(address, scope));
    }
}
