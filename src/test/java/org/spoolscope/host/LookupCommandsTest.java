package org.spoolscope.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.RemoteCall;

/// Runs the real scripts in the system's shell, with stand-ins for the programs first in the path.
@Timeout(30)
class LookupCommandsTest {
    @TempDir Path programs;

    @Test
    void asksDigWithoutShowingTheName() throws IOException {
        program("dig", "read -r question; printf 'args %s\\nasked %s\\n' \"$*\" \"$question\"");

        assertThat(lookup("dig", "7 TXT key.zen.example\n"))
                .containsExactly(
                        "7:args +noall +comments +answer +authority +time=2 +tries=2 -f -",
                        "7:asked key.zen.example. TXT",
                        "7=0");
    }

    @Test
    void asksTheOthersWithAnAbsoluteName() throws IOException {
        program("drill", "echo \"args $*\"; exit 3");
        program("host", "echo \"args $*\"");

        assertThat(lookup("drill", "1 A x.example.\n"))
                .containsExactly("1:args x.example. A", "1=3");
        assertThat(lookup("host", "65535 MX _a-b.example\n"))
                .containsExactly("65535:args -v -W 2 -R 2 -t MX _a-b.example.", "65535=0");
    }

    @Test
    void aSlowQuestionDelaysNoOther() throws Exception {
        program(
                "dig",
                "read -r name type; while [ \"$name\" = slow. ] && [ ! -e \"$0.go\" ];"
                        + " do sleep 0.01; done; echo \"asked $name\"");
        Process process = start(HostCommands.LOOKUP.call("dig"));
        OutputStream in = process.getOutputStream();
        try (BufferedReader out = process.inputReader()) {
            in.write("1 A slow\n2 A quick\n".getBytes(StandardCharsets.UTF_8));
            in.flush();
            assertThat(List.of(out.readLine(), out.readLine()))
                    .containsExactly("2:asked quick.", "2=0");

            Files.createFile(programs.resolve("dig.go"));
            assertThat(List.of(out.readLine(), out.readLine()))
                    .containsExactly("1:asked slow.", "1=0");
            in.close();
            assertThat(out.readLine()).isNull();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 A $(reboot)",
                "1 A a;reboot",
                "1 A a b",
                "1 A -f",
                "1 A .",
                "1 A",
                "1 AXFR example",
                "x A example",
                "123456 A example",
                "",
            })
    void refusesWhatIsNoQuestion(String line) throws Exception {
        program("dig", "echo asked");

        assertThat(lookup("dig", line + "\n2 A example\n")).isEmpty();
    }

    @Test
    void leavesOutLinesThatCouldBeCutApart() throws IOException {
        program("dig", "printf '%04000d\\n%04001d\\n' 0 0");

        assertThat(lookup("dig", "1 A example\n")).containsExactly("1:" + "0".repeat(4000), "1=0");
    }

    @Test
    void knowsNoOtherProgram() throws Exception {
        Process process = start(HostCommands.LOOKUP.call("rm"));
        assertThat(process.waitFor()).isEqualTo(64);
    }

    @Test
    void saysWhichProgramsAndResolversThereAre() throws Exception {
        program("dig", "exit 0");
        program("host", "exit 0");

        String output = output(start(HostCommands.RESOLVER.call()));
        assertThat(output).contains("tool\tdig\n", "tool\thost\n");
        assertThat(ResolverFacts.parse(output).nameservers()).isNotEmpty();
    }

    @Test
    void saysWhichAddressesThereAre() throws Exception {
        program(
                "ip",
                """
                case $* in
                '-o addr show') echo '2: eth0    inet 192.0.2.10/24 scope global eth0' ;;
                '-4 -o route get 192.0.2.1') echo '192.0.2.1 dev eth0 src 192.0.2.10 uid 0' ;;
                *) exit 2 ;;
                esac
                """);

        assertThat(NetworkFacts.parse(output(start(HostCommands.NETWORK.call()))))
                .satisfies(facts -> {
                    assertThat(facts.addresses()).singleElement().hasToString("192.0.2.10");
                    assertThat(facts.route4()).hasToString("192.0.2.10");
                    assertThat(facts.route6()).isNull();
                });
    }

    private List<String> lookup(String tool, String questions) throws IOException {
        Process process = start(HostCommands.LOOKUP.call(tool));
        try (OutputStream in = process.getOutputStream()) {
            in.write(questions.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It has ended.
        }
        return output(process).lines().toList();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process start(RemoteCall call) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", call.execLine())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().merge("PATH", programs.toString(), (path, own) -> own + ":" + path);
        return builder.start();
    }

    private void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
