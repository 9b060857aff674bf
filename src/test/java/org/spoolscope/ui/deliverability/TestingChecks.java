package org.spoolscope.ui.deliverability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;
import org.spoolscope.monitor.deliverability.DeliverabilityResult;
import org.spoolscope.monitor.deliverability.ServerCheck;
import org.spoolscope.monitor.lookup.SendingAddress;
import org.spoolscope.monitor.lookup.SendingAddresses;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.blocklist.TestingLists;

/// Answers as told, and remembers who was asked about.
public final class TestingChecks implements ServerChecks {
    static final String RESOLVER = "127.0.0.53 of mail3, through SSH";
    static final DeliverabilityResult LOST =
            new DeliverabilityResult.Lost(new LinkFailure.Lost(false, "Connection reset"));
    static final DeliverabilityResult NO_RESOLVER =
            new DeliverabilityResult.Answered(
                    new ServerCheck.Outcome.NoResolver(
                            new Capability(
                                    Capability.Kind.REACH_RESOLVER,
                                    false,
                                    "127.0.0.53 of mail3, through SSH: sshd forwards nothing for"
                                            + " this account; none of dig, drill and host is"
                                            + " installed",
                                    """
                                    apt-get install bind9-dnsutils
                                    # /etc/ssh/sshd_config
                                    Match User ops
                                        AllowTcpForwarding local
                                        PermitOpen 127.0.0.53:53
                                    """)));

    final List<String> asked = new ArrayList<>();
    private final Map<String, DeliverabilityResult> answers = new TreeMap<>();

    /// From now on.
    TestingChecks answer(String server, DeliverabilityResult result) {
        answers.put(server, result);
        return this;
    }

    @Override
    public DeliverabilityResult check(String server, Consumer<ServerCheck.Begun> begun) {
        asked.add(server);
        DeliverabilityResult result = Objects.requireNonNull(answers.get(server));
        if (result instanceof DeliverabilityResult.Answered(ServerCheck.Outcome.Checked checked)) {
            begun.accept(checked.begun());
        }
        return result;
    }

    static FleetSnapshot fleet() {
        return new FleetSnapshot(
                List.of(
                        TestingSnapshot.of("mail1").link(new Link.Paused()).build(),
                        TestingSnapshot.of("mail3").lists(TestingLists.listedOnce()).build()));
    }

    static DeliverabilityResult checked(boolean logRead, List<Finding> findings) {
        return new DeliverabilityResult.Answered(
                new ServerCheck.Outcome.Checked(
                        new ServerCheck.Begun(RESOLVER, sending(), logRead), findings));
    }

    private static SendingAddresses sending() {
        return new SendingAddresses(
                List.of(
                        sending("192.0.2.13", "smtp_bind_address of postfix"),
                        sending("198.51.100.7", "the default route of this server sends from it")),
                List.of(),
                List.of());
    }

    private static SendingAddress sending(String address, String evidence) {
        return new SendingAddress(
                IpAddress.parse(address).orElseThrow(),
                SendingAddress.Because.BOUND,
                DisplayText.of(evidence));
    }

    /// A bit of everything.
    static List<Finding> findings() {
        return List.of(
                new Finding(
                        "192.0.2.13",
                        Outcome.PTR_CONFIRMED,
                        List.of("mail3.example.com"),
                        List.of(
                                "13.2.0.192.in-addr.arpa PTR mail3.example.com.",
                                "mail3.example.com A 192.0.2.13"),
                        List.of()),
                new Finding(
                        "198.51.100.7",
                        Outcome.PTR_MISSING,
                        List.of(),
                        List.of("7.100.51.198.in-addr.arpa PTR: no such name"),
                        List.of(
                                "7.100.51.198.in-addr.arpa. IN PTR mail3.example.com.",
                                "mail3.example.com. IN A 198.51.100.7")),
                new Finding(
                        "mail3.example.com",
                        Outcome.HELO_GOOD,
                        List.of("192.0.2.13"),
                        List.of("mail3.example.com A 192.0.2.13"),
                        List.of()),
                new Finding(
                        "example.com",
                        Outcome.MX_GOOD,
                        List.of("mail3.example.com"),
                        List.of("example.com MX 10 mail3.example.com."),
                        List.of()),
                new Finding(
                        "example.com",
                        Outcome.DMARC_MISSING,
                        List.of(),
                        List.of("_dmarc.example.com TXT: no such name"),
                        List.of(
                                "_dmarc.example.com. IN TXT \"v=DMARC1; p=none;"
                                        + " rua=mailto:postmaster@example.com\"")),
                new Finding(
                        "example.com",
                        Outcome.SPF_TEMPERROR,
                        List.of("192.0.2.13", "no answer within 5 s"),
                        List.of("example.com TXT: no answer within 5 s"),
                        List.of()),
                new Finding(
                        "example.com",
                        Outcome.TLS_RPT_MISSING,
                        List.of(),
                        List.of("_smtp._tls.example.com TXT: no such name"),
                        List.of()));
    }

    /// The same words from everybody: a name, a record and whoever is asked.
    public static ServerChecks saying(String text) {
        return new TestingChecks()
                .answer(
                        "mail3",
                        checked(
                                false,
                                List.of(
                                        new Finding(
                                                text,
                                                Outcome.PTR_UNCONFIRMED,
                                                List.of(text),
                                                List.of(text, text),
                                                List.of(text)))));
    }

    public static FleetSnapshot only() {
        return new FleetSnapshot(
                List.of(TestingSnapshot.of("mail3").lists(TestingLists.listedOnce()).build()));
    }
}
