package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Capability.Kind;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.RemoteCall;
import org.spoolscope.model.RemoteCommand;
import org.spoolscope.postfix.PostcatReply.Part;

/// Runs the real scripts in the system's shell, with stand-ins for Postfix's programs first in the
/// path.
class PostfixCommandsTest {
    private static final String ID = "4ABC0012EF\n";

    @TempDir Path programs;

    @BeforeEach
    void standIns() throws IOException {
        program("id", "case $1 in -un) echo ops ;; *) echo 1000 ;; esac");
        program("uname", "echo Linux 6.1.0");
        program("sudo", "echo 'sudo: a password is required' >&2; exit 1");
        program("journalctl", "exit 0");
        program("postsuper", "exit 1");
        program("postcat", "exit 1");
        program("postmulti", "echo '-  -  y  /etc/postfix'; echo 'out bulk n /etc/out'");
        program(
                "postconf",
                """
                case $* in
                *-c*maillog_file) echo /nonexistent/maillog ;;
                *-h*config_directory) echo /etc/postfix ;;
                *-c*-x*queue_run_delay*) echo "queue_run_delay = 60s"; echo "syslog_name = of $2" ;;
                *-h*queue_directory) echo /nonexistent/spool ;;
                *-h*authorized_*) echo static:anyone ;;
                *) echo 'mail_version = 3.7.11'; echo 'myhostname = mail.example.com'
                   echo 'queue_directory = /var/spool/postfix'; echo 'maillog_file =' ;;
                esac
                """);
        program(
                "postqueue",
                """
                case $3 in
                -j) echo "json of $2" ;;
                -p) echo '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------' ;;
                -s) echo "postqueue: fatal: User ops(1000) is not allowed to flush the mail queue" >&2
                    exit 69 ;;
                esac
                """);
    }

    @Test
    void theCatalogueIsWhole() {
        assertThat(PostfixCommands.ALL)
                .extracting(RemoteCommand::name)
                .containsExactly(
                        "probe",
                        "list-json",
                        "list-text",
                        "doctor",
                        "log-search",
                        "read-message",
                        "sending");
        assertThat(PostfixCommands.ALL)
                .allSatisfy(command -> assertThat(command.script()).doesNotContain("\r", "\0"));
    }

    @Test
    void probeTellsWhatTheServerIs() throws Exception {
        Probe probe = Probe.parse(run(PostfixCommands.PROBE.call()).out, Instant.EPOCH);

        assertThat(probe.postqueue()).isEqualTo(programs.resolve("postqueue").toString());
        assertThat(probe.facts().user()).isEqualTo("ops");
        assertThat(probe.facts().system()).isEqualTo("Linux 6.1.0");
        assertThat(probe.facts().postfix()).isEqualTo("3.7.11");
        assertThat(probe.facts().hostName()).isEqualTo("mail.example.com");
        assertThat(probe.facts().spool()).isEqualTo("/var/spool/postfix");
        assertThat(probe.facts().logFile()).isEmpty();
        assertThat(probe.facts().instances())
                .containsExactly(
                        told(new Instance("-", "-", true, "/etc/postfix")),
                        told(new Instance("out", "bulk", false, "/etc/out")));
    }

    @Test
    void probeAsksPostconfOncePerInstance() throws Exception {
        Path asked = programs.resolve("asked");
        program("postconf", "echo \"$*\" >> " + asked);

        run(PostfixCommands.PROBE.call());

        assertThat(Files.readAllLines(asked))
                .filteredOn(line -> line.startsWith("-c "))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(" -x minimal_backoff_time "))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("/etc/postfix", "/etc/out");
    }

    @Test
    void probeReadsSettingsWithAPostconfThatCannotExpand() throws Exception {
        program(
                "postconf",
                "case $3 in -x) exit 1 ;; *) echo 'queue_run_delay = 60s'; echo 'syslog_name = $x' ;; esac");

        InstanceSettings settings =
                Probe.parse(run(PostfixCommands.PROBE.call()).out, Instant.EPOCH)
                        .facts()
                        .instances()
                        .getLast()
                        .settings();

        assertThat(settings.queueRunDelay()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.syslogName()).isEqualTo("out");
    }

    /// As the stand-in for postconf has it.
    private static Instance told(Instance instance) {
        InstanceSettings or = InstanceSettings.defaults(instance.name());
        return instance.with(
                new InstanceSettings(
                        or.minimalBackoff(),
                        or.maximalBackoff(),
                        Duration.ofSeconds(60),
                        or.maximalLifetime(),
                        or.bounceLifetime(),
                        or.activeLimit(),
                        or.destinationConcurrency(),
                        "of " + instance.configDirectory()));
    }

    @Test
    void probeTakesTheDefaultInstanceWithoutPostmulti() throws Exception {
        program("postmulti", "exit 1");

        assertThat(
                        Probe.parse(run(PostfixCommands.PROBE.call()).out, Instant.EPOCH)
                                .facts()
                                .instances())
                .containsExactly(told(new Instance("-", "-", true, "/etc/postfix")));
    }

    @Test
    void listingsPassTheConfigurationDirectoryOnUntouched() throws Exception {
        String directory = "/etc/it's $(touch x) \"odd\"";

        assertThat(run(PostfixCommands.LIST_JSON.call(directory)).out)
                .isEqualTo("json of " + directory + "\n");
        assertThat(run(PostfixCommands.LIST_TEXT.call("/etc/postfix")).out)
                .startsWith("-Queue ID-");
    }

    @Test
    void aMissingPostqueueIsStatus127() throws Exception {
        for (RemoteCommand command :
                List.of(PostfixCommands.LIST_JSON, PostfixCommands.LIST_TEXT)) {
            RemoteCommand renamed =
                    new RemoteCommand(
                            command.name(),
                            command.script().replace("exec postqueue", "exec no-such"));

            assertThat(run(renamed.call("/etc/postfix")).status).isEqualTo(127);
        }
    }

    @Test
    void doctorTriesEverythingAndNamesTheGrant() throws Exception {
        List<Capability> capabilities =
                Doctor.parse(run(PostfixCommands.DOCTOR.call("/etc/postfix", "", "")).out);

        assertThat(capability(capabilities, Kind.LIST_QUEUE).granted()).isTrue();
        assertThat(capability(capabilities, Kind.FLUSH).evidence())
                .endsWith("is not allowed to flush the mail queue");
        assertThat(capability(capabilities, Kind.FLUSH).grant())
                .isEqualTo("postconf -e 'authorized_flush_users = ops, static:anyone'");
        assertThat(capability(capabilities, Kind.ACT_AS_ROOT).evidence())
                .isEqualTo("sudo: a password is required");
        assertThat(capability(capabilities, Kind.READ_MESSAGES).granted()).isFalse();
        assertThat(capabilities)
                .allSatisfy(capability ->
                        assertThat(capability.evidence())
                                .isNotEqualTo("the check ended before this was tried"));
    }

    @Test
    void doctorAsksSudoForExactArguments() throws Exception {
        Path asked = programs.resolve("asked");
        program(
                "sudo",
                "echo \"$*\" >> " + asked + "; case $* in *' -e -') exit 1 ;; esac; exit 0");

        List<Capability> capabilities =
                Doctor.parse(run(PostfixCommands.DOCTOR.call("/etc/out", "", "")).out);

        String postsuper = "-n -l " + programs.resolve("postsuper") + " -c /etc/out ";
        assertThat(Files.readAllLines(asked))
                .containsExactly(
                        "-n -l",
                        postsuper + "-h -",
                        postsuper + "-H -",
                        postsuper + "-r -",
                        postsuper + "-e -",
                        postsuper + "-d - hold",
                        "-n -l "
                                + programs.resolve("postcat")
                                + " -c /etc/out -e -h -q 0123456789");
        assertThat(capability(capabilities, Kind.ACT_AS_ROOT).evidence())
                .isEqualTo("sudo does not allow postsuper with: -e -");
        assertThat(capability(capabilities, Kind.READ_MESSAGES).granted()).isTrue();
    }

    @Test
    void doctorLeavesSudoAloneWhenTold() throws Exception {
        program("sudo", "touch " + programs.resolve("asked"));

        List<Capability> capabilities =
                Doctor.parse(run(PostfixCommands.DOCTOR.call("/etc/out", "", "no-sudo")).out);

        assertThat(capability(capabilities, Kind.ACT_AS_ROOT).evidence())
                .isEqualTo("sudo was not asked");
        assertThat(programs.resolve("asked")).doesNotExist();
    }

    @Test
    void doctorReadsTheLogItIsGiven() throws Exception {
        Path log = Files.writeString(programs.resolve("maillog"), "x");

        Capability capability =
                capability(
                        Doctor.parse(
                                run(PostfixCommands.DOCTOR.call(
                                                "/etc/postfix", log.toString(), "no-sudo"))
                                        .out),
                        Kind.READ_LOG);

        assertThat(capability.evidence()).isEqualTo(log + " can be read");
        assertThat(capability.granted()).isTrue();
    }

    @Test
    void aMessageIsReadBySudoWithTheArgumentsThatAreGranted() throws Exception {
        program("sudo", "echo \"sudo $*\"; cat");

        Result head = run(PostfixCommands.READ_MESSAGE.call("/etc/out", "head", "sudo"), ID);
        Result body = run(PostfixCommands.READ_MESSAGE.call("/etc/postfix", "body", "sudo"), ID);

        assertThat(reply(Part.HEAD, head))
                .isEqualTo(
                        new PostcatReply.Read(
                                "sudo -n %s -c /etc/out -e -h -q 4ABC0012EF\n"
                                        .formatted(programs.resolve("postcat")),
                                false));
        assertThat(reply(Part.BODY, body))
                .isEqualTo(
                        new PostcatReply.Read(
                                "sudo -n %s -b -q 4ABC0012EF\n"
                                        .formatted(programs.resolve("postcat")),
                                false));
    }

    @Test
    void aMessageIsReadDirectlyWhereTheQueueCanBeRead() throws Exception {
        Files.createDirectory(programs.resolve("active"));
        program("sudo", "touch " + programs.resolve("asked"));
        program(
                "postconf",
                "case $* in *queue_directory) echo "
                        + programs
                        + " ;; *) echo /etc/postfix ;; esac");
        program("postcat", "echo \"$*\"; exit 3");

        Result read = run(PostfixCommands.READ_MESSAGE.call("/etc/out", "head", "none"), ID);

        assertThat(read.out).endsWith("\n\n-c /etc/out -e -h -q 4ABC0012EF\n");
        assertThat(read.status).isEqualTo(3);
        assertThat(programs.resolve("asked")).doesNotExist();
    }

    @Test
    void aRefusalNamesTheRule() throws Exception {
        RemoteCall head = PostfixCommands.READ_MESSAGE.call("/etc/out", "head", "sudo");
        assertThat(reply(Part.HEAD, run(head, ID)))
                .isEqualTo(
                        new PostcatReply.Refused(
                                DisplayText.of("sudo: a password is required"),
                                "ops ALL=(root) NOPASSWD: %s ^-c /etc/out -e -h -q [0-9A-Za-z]+$"
                                        .formatted(programs.resolve("postcat"))));
        RemoteCall body = PostfixCommands.READ_MESSAGE.call("/etc/out", "body", "none");
        assertThat(reply(Part.BODY, run(body, ID)))
                .isInstanceOfSatisfying(
                        PostcatReply.Refused.class,
                        refused ->
                                assertThat(refused.grant())
                                        .endsWith(" ^-c /etc/out -b -q [0-9A-Za-z]+$"));
    }

    @Test
    void aLongMessageIsCutOnTheServer() throws Exception {
        program("sudo", "while echo 'a line of the body'; do :; done");
        Result read = run(PostfixCommands.READ_MESSAGE.call("/etc/out", "body", "sudo"), ID);
        assertThat(reply(Part.BODY, read))
                .isInstanceOfSatisfying(
                        PostcatReply.Read.class,
                        body -> {
                            assertThat(body.cut()).isTrue();
                            assertThat(body.text()).hasSize(PostcatReply.MOST);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "-d ALL\n", "../x\n", "4ABC;id\n", "$(id)\n", "4A BC\n"})
    void whatIsNoIdReachesNoProgram(String stdin) throws Exception {
        program("sudo", "touch " + programs.resolve("asked"));
        Result read = run(PostfixCommands.READ_MESSAGE.call("/etc/out", "head", "sudo"), stdin);
        assertThat(read.status).isEqualTo(64);
        assertThat(read.out).isEmpty();
        assertThat(programs.resolve("asked")).doesNotExist();
    }

    private static PostcatReply reply(Part part, Result read) {
        return PostcatReply.of(
                part, "/etc/out", read.out.getBytes(StandardCharsets.UTF_8), read.err, read.status);
    }

    private static Capability capability(List<Capability> capabilities, Kind kind) {
        return capabilities.get(kind.ordinal());
    }

    private void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Result(int status, String out, String err) {}

    private Result run(RemoteCall call) throws IOException, InterruptedException {
        return run(call, "");
    }

    private Result run(RemoteCall call, String stdin) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", call.execLine());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", programs + ":" + environment.get("PATH"));
        Path err = programs.resolve("stderr");
        Process process = builder.redirectError(err.toFile()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(stdin.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), out, Files.readString(err));
    }
}
