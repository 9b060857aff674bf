package org.spoolscope.monitor.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.host.ResolverFacts.Nameserver;
import org.spoolscope.host.ResolverFacts.Tool;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Words;

/// Whether and how a server's resolver can be asked from here.
public sealed interface ResolverWay {
    /// As `doctor` reports it.
    ///
    /// @param user the account that is logged in
    Capability capability(String user);

    /// It answers.
    ///
    /// @param client asks it; [DnsClient#resolver] says which it is and which way it is reached. To
    ///   be closed by who asked for it; it ends with the SSH connection
    record Found(DnsClient client) implements ResolverWay {
        @Override
        public Capability capability(String user) {
            return new Capability(Capability.Kind.REACH_RESOLVER, true, client.resolver(), "");
        }
    }

    /// There is no way.
    ///
    /// @param failed what was tried, each with what came of it, for people
    /// @param nameservers that the server asks
    /// @param tools that it has
    /// @param forbidden whether sshd forwards nothing for this account
    record None(
            List<String> failed, List<Nameserver> nameservers, List<Tool> tools, boolean forbidden)
            implements ResolverWay {
        public None {
            failed = List.copyOf(failed);
            nameservers = List.copyOf(nameservers);
            tools = List.copyOf(tools);
        }

        /// What would make one of the ways: a program, or forwarding to the resolver only (at the
        /// end of sshd_config(5)). Where both are there, the resolver does not answer.
        @Override
        public Capability capability(String user) {
            List<String> grants = new ArrayList<>();
            if (tools.isEmpty()) {
                grants.add("apt-get install bind9-dnsutils");
            }
            if (forbidden) {
                grants.add("# /etc/ssh/sshd_config");
                grants.add("Match User " + user);
                grants.add("    AllowTcpForwarding local");
                grants.add(
                        nameservers.stream()
                                .map(Nameserver::host)
                                .map(host -> host.contains(":") ? "[" + host + "]" : host)
                                .collect(Collectors.joining(":53 ", "    PermitOpen ", ":53")));
            }
            if (grants.isEmpty()) {
                grants.add(Words.get("lookup.other-resolver").toString());
            }
            return new Capability(
                    Capability.Kind.REACH_RESOLVER,
                    false,
                    String.join("; ", failed),
                    String.join("\n", grants));
        }
    }
}
