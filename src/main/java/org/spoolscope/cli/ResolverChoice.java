package org.spoolscope.cli;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.ResolverAddress;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.lookup.GivenResolver;
import picocli.CommandLine.Option;

/// Whose resolver is asked. There is no default: this computer's own would tell strangers which
/// addresses are looked at, and is often refused.
final class ResolverChoice {
    private static final String SYSTEM = "system";

    @Option(
            names = "--resolver",
            required = true,
            paramLabel = "HOST[:PORT]|system",
            descriptionKey = "cli.option.resolver")
    private @Nullable String resolver;

    @Option(
            names = "--via",
            required = true,
            paramLabel = "SERVER",
            descriptionKey = "cli.option.via")
    private @Nullable String via;

    /// A client that the caller closes.
    static DnsClient open(@Nullable ResolverChoice choice, Session session)
            throws Failure, InterruptedException {
        if (choice != null && choice.via != null) {
            return ViaServer.open(session.server(choice.via), session);
        }
        if (choice == null || choice.resolver == null) {
            throw new Failure(
                    ExitStatus.USAGE,
                    List.of(
                            Words.get("cli.resolver.choose"),
                            Words.get("cli.resolver.choose.advice")));
        }
        return choice.resolver.equals(SYSTEM) ? ofThisComputer(session) : given(choice.resolver);
    }

    private static DnsClient ofThisComputer(Session session) throws Failure {
        List<InetSocketAddress> own = ResolverAddress.ofThisComputer();
        if (own.isEmpty()) {
            throw Failure.usage("cli.resolver.none");
        }
        DnsClient client = GivenResolver.open(own.getFirst());
        session.terminal().say(Words.get("cli.resolver.system", client.resolver()));
        return client;
    }

    private static DnsClient given(String text) throws Failure {
        InetSocketAddress address =
                ResolverAddress.parse(text)
                        .orElseThrow(() -> Failure.usage("cli.resolver.wrong", text));
        if (address.isUnresolved()) {
            DisplayText unknown = Words.get("cli.resolver.unknown", address.getHostString());
            throw new Failure(ExitStatus.NOT_CONNECTED, List.of(unknown));
        }
        return GivenResolver.open(address);
    }
}
