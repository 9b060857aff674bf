package org.spoolscope.demo.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.HostCounters;
import org.spoolscope.demo.sim.TestingHost;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.SampleParser;
import org.spoolscope.model.Capability;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reading;
import org.spoolscope.model.RemoteCall;
import org.spoolscope.model.RemoteCommand;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.postfix.Doctor;
import org.spoolscope.postfix.Listed;
import org.spoolscope.postfix.ListingFault;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.PostqueueText;
import org.spoolscope.postfix.Probe;
import org.spoolscope.postfix.action.ActionCommands;
import org.spoolscope.postfix.action.PostsuperReply;
import org.spoolscope.postfix.action.Step;
import org.spoolscope.postfix.follow.LogCommands;

/// The parsers that read real servers read the demo.
class DemoShellTest {
    private static final String CONFIG = "/etc/postfix";

    @Test
    void playsTheWholeCatalogue() {
        List<RemoteCommand> all = new ArrayList<>(PostfixCommands.ALL);
        all.addAll(HostCommands.ALL);
        all.addAll(ActionCommands.ALL);
        all.addAll(List.of(LogCommands.READ, LogCommands.SOURCES));
        assertThat(new DemoShell(TestingHost.of(1).host).commands())
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    ls -l                                        ~ 127
                    exec sh -c 'id' spoolscope-probe             ~ 127
                    exec sh -c 'id' other                        ~ 127
                    exec sh -c 'open                             ~ 2
                    rm -rf / ; true                              ~ 2
                    ``                                           ~ 127
                    """)
    void anythingElseIsNotFound(String line, int status) throws IOException {
        Ran ran = run(new DemoShell(TestingHost.of(1).host), line, "");
        assertThat(ran.status).isEqualTo(status);
        assertThat(ran.out).isEmpty();
        assertThat(ran.err).startsWith("sh: 1: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void listsItsQueueAsJson(int index) throws IOException {
        TestingHost testing = TestingHost.of(index).at(Duration.ofMinutes(90));
        for (Instance instance : testing.host.instances()) {
            String config = instance.configDirectory();
            Ran ran = run(testing, PostfixCommands.LIST_JSON.call(config));
            assertThat(ran.status).isZero();
            Listed listed = PostqueueJson.readAll(instance.name(), ran.stdout());
            assertThat(listed.notUnderstood()).isZero();
            assertThat(listed.messages()).isNotEmpty().isEqualTo(testing.host.queue(config));
        }
    }

    @Test
    void hasTheAddressesThatProgramsStumbleOver() {
        List<QueuedMessage> queue = TestingHost.of(2).at(Duration.ofMinutes(90)).queue();
        assertThat(queue).anyMatch(message -> message.sender().isEmpty());
        assertThat(queue).anyMatch(message -> message.recipients().size() > 2);
        for (String part : List.of("\"@", "ø", "status=sent (250 ok)\"@", "\u202e")) {
            assertThat(queue)
                    .anyMatch(message ->
                            message.recipients().stream()
                                    .anyMatch(to -> to.address().contains(part)));
        }
    }

    @Test
    void listsItsQueueAsText() throws IOException {
        TestingHost testing = TestingHost.of(0).at(Duration.ofMinutes(90));
        Ran ran = run(testing, PostfixCommands.LIST_TEXT.call(CONFIG));
        Listed listed = PostqueueText.readAll("-", ran.stdout(), testing::now, ZoneOffset.UTC);
        assertThat(listed.notUnderstood()).isZero();
        List<QueuedMessage> expected =
                testing.queue().stream().map(message -> told(message)).toList();
        assertThat(listed.messages()).isEqualTo(expected);
    }

    /// mailq tells active and held messages from the rest, and no more.
    private static QueuedMessage told(QueuedMessage message) {
        QueueName queue =
                message.queue() == QueueName.ACTIVE || message.queue() == QueueName.HOLD
                        ? message.queue()
                        : QueueName.DEFERRED;
        return new QueuedMessage(
                message.instance(),
                queue,
                message.id(),
                message.arrival(),
                message.size(),
                message.sender(),
                message.recipients(),
                message.forcedExpire());
    }

    @Test
    void saysWhatItIs() throws IOException {
        TestingHost testing = TestingHost.of(1);
        Probe probe = Probe.parse(run(testing, PostfixCommands.PROBE.call()).out, testing.now());
        assertThat(probe.postqueue()).isEqualTo("/usr/sbin/postqueue");
        assertThat(probe.facts())
                .isEqualTo(
                        new ServerFacts(
                                "3.7.11",
                                "mail2.nordlys.example",
                                "Linux 6.1.0-28-amd64",
                                "demo",
                                List.of(
                                        new Instance("-", "-", true, CONFIG),
                                        new Instance(
                                                "postfix-out", "mta", true, "/etc/postfix-out")),
                                "/var/spool/postfix",
                                "",
                                ZoneId.of("Etc/UTC"),
                                Duration.ZERO));
    }

    @Test
    void anOldHostListsAsTextOnlyAndHasNoPressure() throws IOException {
        TestingHost mail6 = TestingHost.of(5).at(Duration.ofMinutes(30));
        ServerFacts facts =
                Probe.parse(run(mail6, PostfixCommands.PROBE.call()).out, Instant.EPOCH).facts();
        assertThat(facts.postfix()).isEqualTo("2.11.11");
        assertThat(facts.listsJson()).isFalse();
        Ran json = run(mail6, PostfixCommands.LIST_JSON.call(CONFIG));
        assertThat(json.status).isEqualTo(64);
        assertThat(json.err).contains("invalid option");
        Ran text = run(mail6, PostfixCommands.LIST_TEXT.call(CONFIG));
        Listed listed = PostqueueText.readAll("-", text.stdout(), mail6::now, ZoneOffset.UTC);
        assertThat(listed.notUnderstood()).isZero();
        assertThat(listed.messages()).hasSameSizeAs(mail6.queue()).hasSizeGreaterThan(200);
        assertThat(run(mail6, HostCommands.SAMPLE.call("/"), "s\n").out)
                .contains("missing\tpsi\t")
                .doesNotContain("avg10");
    }

    @Test
    void saysWhatTheAccountMayDo() throws IOException {
        assertThat(doctor(TestingHost.of(0))).hasSize(6).allMatch(Capability::granted);
        assertThat(doctor(TestingHost.of(2)))
                .filteredOn(capability -> !capability.granted())
                .extracting(Capability::kind)
                .containsExactly(
                        Capability.Kind.READ_LOG,
                        Capability.Kind.ACT_AS_ROOT,
                        Capability.Kind.READ_MESSAGES);
    }

    private static List<Capability> doctor(TestingHost testing) throws IOException {
        return Doctor.parse(run(testing, PostfixCommands.DOCTOR.call(CONFIG, "")).out);
    }

    @Test
    void itsSamplesShowWhatIsSimulated() throws IOException {
        TestingHost testing = TestingHost.of(2).at(Duration.ofMinutes(60));
        SampleParser parser = new SampleParser();
        feed(parser, run(testing, HostCommands.SAMPLE.call("/var/spool/postfix"), "d\n").out);
        HostCounters before = testing.host.counters();
        testing.at(Duration.ofMinutes(62));
        HostCounters after = testing.host.counters();
        // The header comes again, as from a sampler that was started anew: it is passed over here.
        String out = run(testing, HostCommands.SAMPLE.call("/var/spool/postfix"), "s\n").out;
        HostSample sample = feed(parser, out.substring(out.indexOf("\n.\n") + 3));

        assertThat(parser.header().cpus()).isEqualTo(2);
        assertThat(parser.header().device()).isEqualTo("vda");
        assertThat(parser.header().missing()).isEmpty();
        double micros = after.upMicros() - before.upMicros();
        HostSample.Cpu cpu = value(sample.cpu());
        assertThat(cpu.iowait())
                .isCloseTo(
                        (after.cpu().iowait() - before.cpu().iowait()) / micros / 2, within(0.002))
                .isGreaterThan(0.25);
        assertThat(cpu.user() + cpu.system() + cpu.iowait() + cpu.steal() + cpu.idle())
                .isCloseTo(1, within(1e-9));
        assertThat(value(sample.ioPressure()))
                .isCloseTo(
                        (after.pressure().totalMicros() - before.pressure().totalMicros()) / micros,
                        within(0.001));
        HostSample.Disk disk = value(sample.disk());
        assertThat(disk.utilisation()).isBetween(0.5, 1.0);
        assertThat(disk.latencyMillis()).isBetween(20.0, 200.0);
        assertThat(value(sample.load()).one()).isCloseTo(after.load().one(), within(0.006));
        assertThat(value(sample.memory()).total()).isEqualTo(8L << 30);
        assertThat(value(sample.spool()).inodes()).isEqualTo(after.space().inodes());
        assertThat(value(sample.spool()).free())
                .isCloseTo(before.space().free(), Offset.offset(1024L));
    }

    @Test
    void namesWhatAHostDoesNotHave() throws IOException {
        TestingHost testing = TestingHost.of(1);
        testing.host.inject(Fault.NO_PSI);
        testing.host.inject(Fault.NO_DISKSTATS);
        SampleParser parser = new SampleParser();
        HostSample sample =
                Objects.requireNonNull(
                        feed(parser, run(testing, HostCommands.SAMPLE.call("/"), "s\nx\n").out));
        assertThat(parser.header().missing()).containsOnlyKeys("psi", "disk");
        assertThat(sample.ioPressure()).isInstanceOf(Reading.NotAvailable.class);
        assertThat(sample.disk()).isInstanceOf(Reading.NotAvailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    REFUSE_LISTING,   69,  ListingNotAllowed
                    MAIL_SYSTEM_DOWN, 69,  MailSystemDown
                    NO_POSTQUEUE,     127, PostqueueMissing
                    """)
    void refusesAsPostqueueDoes(Fault fault, int status, String trouble) throws IOException {
        TestingHost testing = TestingHost.of(1);
        testing.host.inject(fault);
        Ran ran = run(testing, PostfixCommands.LIST_JSON.call(CONFIG));
        assertThat(ran.status).isEqualTo(status);
        assertThat(ran.out).isEmpty();
        Trouble found = ListingFault.of("-", "demo", ran.status, ran.err);
        assertThat(found.getClass().getSimpleName()).isEqualTo(trouble);
        assertThat(doctor(testing).getFirst().granted()).isFalse();
        testing.host.clear(fault);
        assertThat(run(testing, PostfixCommands.LIST_JSON.call(CONFIG)).status).isZero();
    }

    @Test
    void aHostWithoutPostfixSaysSo() throws IOException {
        TestingHost testing = TestingHost.of(1);
        testing.host.inject(Fault.NO_POSTQUEUE);
        Probe probe = Probe.parse(run(testing, PostfixCommands.PROBE.call()).out, Instant.EPOCH);
        assertThat(probe.postqueue()).isEmpty();
        assertThat(run(testing, PostfixCommands.LIST_JSON.call("/etc/nowhere")).status)
                .isEqualTo(127);
    }

    @Test
    void holdsReleasesAndDeletesAsPostsuperSaysIt() throws IOException {
        TestingHost mail1 = TestingHost.of(0).at(Duration.ofMinutes(40));
        List<QueueId> ids =
                mail1.queue().stream()
                        .filter(message -> message.queue() == QueueName.DEFERRED)
                        .limit(5)
                        .map(QueuedMessage::id)
                        .toList();
        String stdin = ids.get(0) + "\n" + ids.get(1) + "\n4jY0W1q6s9zhhjW\n../../etc\n";
        Ran held = run(mail1, postsuper(Step.HOLD, "sudo"), stdin);
        assertThat(held.status).isZero();
        assertThat(held.out)
                .isEqualTo(
                        """
                        postsuper: warning: invalid mail queue id: ../../etc
                        postsuper: %s: placed on hold
                        postsuper: %s: placed on hold
                        postsuper: Placed on hold: 2 messages
                        """
                                .formatted(ids.get(0), ids.get(1)));
        assertThat(PostsuperReply.of(Step.HOLD, held.out, held.status).changed())
                .containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        Ran deleted = run(mail1, postsuper(Step.DELETE, "sudo"), ids.get(0) + "\n");
        assertThat(PostsuperReply.of(Step.DELETE, deleted.out, deleted.status))
                .isEqualTo(new PostsuperReply(Set.of(ids.get(0)), PostsuperReply.End.WELL, ""));
        Ran released = run(mail1, postsuper(Step.RELEASE, "sudo"), ids.get(0) + "\n");
        assertThat(released.out).isEmpty();
        assertThat(mail1.host.log())
                .anyMatch(line ->
                        line.matches(
                                ".* mail1 postfix/postsuper\\[\\d+]: " + ids.get(0) + ": removed"))
                .anyMatch(line -> line.endsWith("]: Placed on hold: 2 messages"));
    }

    @Test
    void anAccountWithoutRightsIsRefusedBySudo() throws IOException {
        TestingHost mail3 = TestingHost.of(2).at(Duration.ofMinutes(10));
        List<QueuedMessage> before = mail3.queue();
        String id = before.getFirst().id() + "\n";
        Ran refused = run(mail3, postsuper(Step.HOLD, "sudo"), id);
        assertThat(refused.out).isEqualTo("sudo: a password is required\n");
        assertThat(refused.status).isEqualTo(1);
        assertThat(PostsuperReply.of(Step.HOLD, refused.out, refused.status).end())
                .isEqualTo(PostsuperReply.End.REFUSED);
        assertThat(run(mail3, postsuper(Step.HOLD, "none"), id).status).isEqualTo(77);
        assertThat(mail3.queue()).isEqualTo(before);
    }

    private static RemoteCall postsuper(Step step, String elevate) {
        return ActionCommands.POSTSUPER.call(CONFIG, step.word(), elevate);
    }

    @Test
    void takesRequestsToTryAgainAsPostqueueDoes() throws IOException {
        TestingHost mail2 = TestingHost.of(1).at(Duration.ofMinutes(40));
        String id = mail2.queue().getFirst().id().value();
        Ran retried = run(mail2, ActionCommands.RETRY.call(CONFIG), id + "\n$(id)\n0000000\n");
        assertThat(retried.out).isEqualTo(id + "\t0\t\n0000000\t0\t\n");
        assertThat(run(mail2, ActionCommands.FLUSH.call(CONFIG, "")).status).isZero();
        assertThat(run(mail2, ActionCommands.FLUSH.call(CONFIG, "bigmail.example")).status)
                .isZero();
        Ran site = run(mail2, ActionCommands.FLUSH.call(CONFIG, "nowhere.example"));
        assertThat(site.status).isEqualTo(69);
        assertThat(site.out)
                .isEqualTo(
                        "postqueue: fatal: Flush service is not configured for destination"
                                + " \"nowhere.example\"\n");
        mail2.host.inject(Fault.MAIL_SYSTEM_DOWN);
        assertThat(run(mail2, ActionCommands.RETRY.call(CONFIG), id + "\n").out)
                .startsWith(id + "\t69\tpostqueue: fatal: Cannot flush mail queue");
        assertThat(run(mail2, ActionCommands.FLUSH.call(CONFIG, "")).status).isEqualTo(69);
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(value);
    }

    private static <T> T value(Reading<T> reading) {
        return Objects.requireNonNull(reading.orNull());
    }

    private static HostSample feed(SampleParser parser, String out) {
        HostSample last = null;
        for (String line : out.split("\n", -1)) {
            HostSample sample = parser.accept(line, InstantSource.fixed(Instant.EPOCH).instant());
            last = sample == null ? last : sample;
        }
        return Objects.requireNonNull(last);
    }

    private static Ran run(TestingHost testing, RemoteCall call) throws IOException {
        return run(testing, call, "");
    }

    private static Ran run(TestingHost testing, RemoteCall call, String stdin) throws IOException {
        return run(new DemoShell(testing.host), call.execLine(), stdin);
    }

    private static Ran run(DemoShell shell, String line, String stdin) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        byte[] in = stdin.getBytes(StandardCharsets.UTF_8);
        int status = shell.run(line, new ByteArrayInputStream(in), out, err);
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Ran(int status, String out, String err) {
        ByteArrayInputStream stdout() {
            return new ByteArrayInputStream(out.getBytes(StandardCharsets.UTF_8));
        }
    }
}
