package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.dns.blocklist.BlocklistChecker;
import org.spoolscope.dns.blocklist.Limits;
import org.spoolscope.dns.blocklist.Subject;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.lookup.GivenResolver;
import org.spoolscope.monitor.lookup.ResolverWay;
import org.spoolscope.monitor.lookup.SendingAddresses;
import org.spoolscope.monitor.lookup.ServerResolver;
import org.spoolscope.postfix.SendingSettings;
import org.spoolscope.ssh.Forward;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.store.BlocklistsFile;

/// Real resolvers and blocklists, asked in every way there is.
@Tag("lab")
@Timeout(120)
final class LookupLabTest {
    /// An account for which sshd forwards nothing.
    private static final String NOT_FORWARDED = "shut";

    private static final String GOOD = "198.51.100.10";

    /// Two addresses and a domain that are listed, and two that are not.
    private static final List<Subject> SUBJECTS =
            List.of(
                    address("192.0.2.10"),
                    address("2001:db8::10"),
                    address(GOOD),
                    Subject.Domain.parse("www.spammer.example").orElseThrow(),
                    Subject.Domain.parse("sender.example").orElseThrow());

    @RegisterExtension final Lab lab = new Lab();

    /// How a resolver is reached.
    enum Way {
        FORWARDED,
        DIG,
        DRILL,
        HOST,
        GIVEN,
        OVER_TCP_ONLY,
        TRUNCATING
    }

    /// All verdicts at the same time: a list that does not answer takes its time once, and delays
    /// nothing.
    @Test
    void everyWayIsNamedAndGivesTheSameAnswersAndVerdicts() throws Exception {
        try (Ssh ssh = new Ssh(lab.settings())) {
            Map<Way, DnsClient> clients = clients(ssh);
            Map<Way, Map<String, CompletableFuture<ListCheck>>> checks = new EnumMap<>(Way.class);
            for (Way way : Way.values()) {
                checks.put(way, check(clients.get(way)));
            }
            checks.forEach((way, asked) ->
                    asked.forEach((listAndSubject, check) ->
                            assertThat(verdicts(way, listAndSubject))
                                    .as("%s: %s", way, listAndSubject)
                                    .contains(check.join().verdict())));
            assertThat(checks.values())
                    .extracting(asked -> asked.get("listed 192.0.2.10").join().txt())
                    .containsOnly("sends spam, see https://bl.example/?ip=192.0.2.10");
            Map<DnsQuestion, DnsReply> expected = answers();
            clients.forEach((way, client) -> {
                assertThat(client.resolver()).isEqualTo(name(way));
                Map<DnsQuestion, CompletableFuture<DnsReply>> asked = new HashMap<>();
                expected.keySet().forEach(question -> asked.put(question, client.ask(question)));
                asked.forEach((question, reply) ->
                        assertThat(withoutTime(reply.join()))
                                .as("%s: %s %s", way, question.name(), question.type())
                                .isEqualTo(expected.get(question)));
            });
            clients.values().forEach(DnsClient::close);
        }
    }

    private Map<String, CompletableFuture<ListCheck>> check(DnsClient client) throws Exception {
        Path lists = lab.folder.resolve("config/lists.toml");
        Catalogue catalogue = BlocklistsFile.only(lists, lab.folder.resolve("config"));
        BlocklistChecker checker =
                new BlocklistChecker(client, catalogue, Limits.DEFAULT, InstantSource.system());
        Map<String, CompletableFuture<ListCheck>> asked = new TreeMap<>();
        for (Subject subject : SUBJECTS) {
            for (Blocklist list : catalogue.lists()) {
                if (subject.fits(list)) {
                    asked.put(list.name() + " " + subject.text(), checker.check(subject, list));
                }
            }
        }
        return asked;
    }

    private static Map<DnsQuestion, DnsReply> answers() {
        return Map.ofEntries(
                records(
                        "10.2.0.192.listed.bl.example",
                        DnsQuestion.Type.TXT,
                        "sends spam, see https://bl.example/?ip=192.0.2.10"),
                records("10.2.0.192.parked.bl.example", DnsQuestion.Type.A, "203.0.113.80"),
                records("10.2.0.192.in-addr.arpa", DnsQuestion.Type.PTR, "mail.example"),
                records("mail.example", DnsQuestion.Type.AAAA, "2001:db8::10"),
                records("alias.example", DnsQuestion.Type.A, "192.0.2.10"),
                records("sender.example", DnsQuestion.Type.MX, "10 mail.example"),
                records("nomail.example", DnsQuestion.Type.MX, "0 ."),
                records(
                        "lab._domainkey.sender.example",
                        DnsQuestion.Type.TXT,
                        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
                Map.entry(
                        new DnsQuestion("10.2.0.192.clean.bl.example", DnsQuestion.Type.A),
                        new DnsReply.NoName(Duration.ZERO)),
                Map.entry(
                        new DnsQuestion("mail.example", DnsQuestion.Type.MX),
                        new DnsReply.NoData(Duration.ZERO)),
                Map.entry(
                        new DnsQuestion("loop.example", DnsQuestion.Type.A),
                        new DnsReply.Failed("SERVFAIL")));
    }

    @Test
    void saysFromWhichAddressesPostfixSends() throws Exception {
        String out = Lab.INSTANCES.get("postfix-out");
        var _ = lab.inside("postconf", "-c", out, "-e", "smtp_bind_address=192.0.2.10");
        var _ =
                lab.inside(
                        "postconf", "-c", out, "-P", "smtp/unix/smtp_bind_address6=2001:db8::10");
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh)) {
            SendingAddresses found =
                    SendingAddresses.find(
                            connection,
                            ServerProbe.of(connection, InstantSource.system()).instances(),
                            lab.server(),
                            List.of());

            assertThat(found.seen())
                    .extracting(one -> one.address() + " " + one.evidence())
                    .contains(
                            "192.0.2.10 smtp_bind_address of /etc/postfix-out",
                            "2001:db8::10 smtp/unix smtp_bind_address6 of /etc/postfix-out");
            assertThat(found.settings())
                    .extracting(SendingSettings::heloNames)
                    .containsExactly(List.of("mail.example"), List.of("out.mail.example"));
        } finally {
            var _ = lab.inside("postconf", "-c", out, "-X", "smtp_bind_address");
            var _ = lab.inside("postconf", "-c", out, "-PX", "smtp/unix/smtp_bind_address6");
        }
    }

    @Test
    void sshdTellsForbiddenFromFailed() throws Exception {
        Duration patience = Duration.ofSeconds(5);
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection open = lab.connect(ssh);
                SshConnection shut =
                        ssh.connect(lab.server().withUser(NOT_FORWARDED), Passphrases.NONE)) {
            assertThat(open.forward(resolver(53), 53, patience)).isInstanceOf(Forward.Stream.class);
            assertThat(open.forward(resolver(60), 54, patience)).isInstanceOf(Forward.Failed.class);
            assertThat(shut.forward(resolver(53), 53, patience))
                    .isInstanceOf(Forward.Forbidden.class);
        }
    }

    /// A resolver that ends its side, as each does now and then, is to be connected to again.
    @Test
    void aConnectionThatTheOtherSideEndsIsSeenToEnd() throws Exception {
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh);
                Forward.Stream smtp =
                        (Forward.Stream)
                                connection.forward(
                                        "127.0.0.1", lab.port + 1, Duration.ofSeconds(5))) {
            smtp.out().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            smtp.out().flush();
            assertThat(new String(smtp.in().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("220 ")
                    .endsWith("\r\n221 2.0.0 Bye\r\n");
        }
    }

    /// What a list of the lab, which is called after it, may say. A resolver that hears nothing of
    /// a list may say so before the time is over. host does not print which zone says that there is
    /// no such list.
    private static Set<Verdict> verdicts(Way way, String listAndSubject) {
        String list = listAndSubject.substring(0, listAndSubject.indexOf(' '));
        boolean isGood = listAndSubject.endsWith(GOOD);
        return switch (list) {
            case "listed", "policy" ->
                    Set.of(isGood ? Verdict.CLEAN : Verdict.valueOf(list.toUpperCase(Locale.ROOT)));
            case "dead" -> Set.of(way == Way.HOST ? Verdict.UNVERIFIED : Verdict.DEAD);
            case "slow" -> Set.of(Verdict.CLEAN);
            case "timeout" -> Set.of(Verdict.TIMEOUT, Verdict.ERROR);
            case "domains" ->
                    Set.of(
                            listAndSubject.endsWith("spammer.example")
                                    ? Verdict.LISTED
                                    : Verdict.CLEAN);
            default -> Set.of(Verdict.valueOf(list.toUpperCase(Locale.ROOT)));
        };
    }

    /// Each way in turn is the one that is left.
    private Map<Way, DnsClient> clients(Ssh ssh) throws Exception {
        Map<Way, DnsClient> clients = new EnumMap<>(Way.class);
        clients.put(Way.GIVEN, given(53));
        clients.put(Way.OVER_TCP_ONLY, given(54));
        clients.put(Way.TRUNCATING, given(55));
        clients.put(Way.FORWARDED, found(ssh, "ops"));
        clients.put(Way.DIG, found(ssh, NOT_FORWARDED));
        lab.fault("dig");
        clients.put(Way.DRILL, found(ssh, NOT_FORWARDED));
        lab.fault("drill");
        clients.put(Way.HOST, found(ssh, NOT_FORWARDED));
        lab.mend();
        return clients;
    }

    private String name(Way way) {
        return switch (way) {
            case FORWARDED -> resolver(53) + " of lab, through SSH";
            case DIG -> "dig on lab";
            case DRILL -> "drill on lab";
            case HOST -> "host on lab";
            case GIVEN -> resolver(53);
            case OVER_TCP_ONLY -> resolver(54);
            case TRUNCATING -> resolver(55);
        };
    }

    private DnsClient found(Ssh ssh, String user) throws Exception {
        SshConnection connection = ssh.connect(lab.server().withUser(user), Passphrases.NONE);
        ResolverWay way = ServerResolver.find(connection, "lab");
        assertThat(way).isInstanceOf(ResolverWay.Found.class);
        return ((ResolverWay.Found) way).client();
    }

    private DnsClient given(int host) {
        return GivenResolver.open(new InetSocketAddress(resolver(host), 53));
    }

    /// An address of the lab's resolvers and lists, as `src/lab/settings` makes it.
    private String resolver(int host) {
        return "127." + lab.port / 256 + "." + lab.port % 256 + "." + host;
    }

    private static Subject address(String text) {
        return new Subject.Address(IpAddress.parse(text).orElseThrow());
    }

    private static Map.Entry<DnsQuestion, DnsReply> records(
            String name, DnsQuestion.Type type, String value) {
        return Map.entry(
                new DnsQuestion(name, type), new DnsReply.Records(List.of(value), Duration.ZERO));
    }

    /// How long it lives depends on when the resolver asked for it.
    private static DnsReply withoutTime(DnsReply reply) {
        return switch (reply) {
            case DnsReply.Records(List<String> values, Duration _) ->
                    new DnsReply.Records(values, Duration.ZERO);
            case DnsReply.NoData _ -> new DnsReply.NoData(Duration.ZERO);
            case DnsReply.NoName _ -> new DnsReply.NoName(Duration.ZERO);
            default -> reply;
        };
    }
}
