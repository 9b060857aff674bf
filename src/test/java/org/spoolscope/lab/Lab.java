package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import org.spoolscope.ssh.SshSettings;

/// The servers of `src/lab`: raised for the first test that wants them when they are not up, taken
/// down after the last one when they were raised here. What a test broke is mended after it.
final class Lab implements BeforeEachCallback, AfterEachCallback {
    static final String NAME = "lab";
    static final List<String> CONFIG_DIRECTORIES = List.of("/etc/postfix", "/etc/postfix-out");
    static final Map<String, String> INSTANCES =
            Map.of("-", "/etc/postfix", "postfix-out", "/etc/postfix-out");

    private static final String AWAIT =
            """
            log=$1; shift
            while :; do
                found=$(cat "$log")
                for text; do found=$(printf '%s\n' "$found" | grep -aF -e "$text"); done
                [ -z "$found" ] || break
                sleep 0.05
            done
            printf '%s\n' "$found" | tail -n 1
            """;

    private static final Path SCRIPTS = Path.of("src/lab").toAbsolutePath();
    private static final Namespace STORE = Namespace.create(Lab.class);
    private static final long PATIENCE_SECONDS = 300;

    final Path folder =
            Path.of(System.getenv().getOrDefault("SPOOLSCOPE_LAB", "/var/tmp/spoolscope-lab"));
    final int port =
            Integer.parseInt(System.getenv().getOrDefault("SPOOLSCOPE_LAB_SSH_PORT", "22022"));

    @Override
    public void beforeEach(ExtensionContext context) {
        var _ =
                context.getRoot()
                        .getStore(STORE)
                        .computeIfAbsent(Running.class, _ -> new Running(folder), Running.class);
        mend();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        mend();
    }

    /// Breaks one thing until the end of the test, or until [#mend].
    void fault(String name) {
        var _ = run(script("fault", name));
    }

    /// Mends one thing.
    void mend(String name) {
        var _ = run(script("fault", name, "off"));
    }

    /// Mends everything.
    void mend() {
        mend("all");
    }

    /// Sends so many messages, half to each instance.
    void campaign(int messages) {
        var _ = run(script("campaign", String.valueOf(messages)));
    }

    /// Sends so many plain messages for a domain to one instance.
    void campaign(String domain, String instance, int messages) {
        var _ =
                run(
                        script(
                                "campaign",
                                "--domain",
                                domain,
                                "--instance",
                                instance,
                                String.valueOf(messages)));
    }

    /// Puts so many deferred messages of each instance on hold.
    void hold(int messages) {
        for (String directory : CONFIG_DIRECTORIES) {
            var _ =
                    inside(
                            "sh",
                            "-c",
                            "find /var/spool/$(basename $1)/deferred -type f -printf '%f\\n' |"
                                    + " head -n $2 | postsuper -c $1 -h - 2>&1",
                            "hold",
                            directory,
                            String.valueOf(messages));
        }
    }

    /// Discards all queued mail.
    void empty() {
        for (String directory : CONFIG_DIRECTORIES) {
            var _ = inside("postsuper", "-c", directory, "-d", "ALL");
        }
    }

    /// What is queued in all instances, as root sees it.
    List<QueuedMessage> queue() {
        List<QueuedMessage> all = new ArrayList<>();
        INSTANCES.forEach((instance, directory) -> {
            String json = inside("postqueue", "-c", directory, "-j");
            try {
                new PostqueueJson(instance)
                        .read(
                                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                                all::add);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return all;
    }

    /// Runs a command inside the lab, as root, and returns what it printed on standard output.
    String inside(String... command) {
        List<String> line = script("inside");
        line.addAll(List.of(command));
        return run(line);
    }

    /// Starts a command inside the lab, as root, to be talked to.
    Process start(String... command) throws IOException {
        List<String> line = script("inside");
        line.addAll(List.of(command));
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Waits for a line with all these texts in a log of the lab, and returns the last one.
    String awaitLine(String log, String... texts) {
        List<String> line = script("inside");
        line.addAll(List.of("timeout", "30", "sh", "-c", AWAIT, "await", "/var/log/" + log));
        line.addAll(List.of(texts));
        return run(line).strip();
    }

    /// How many processes inside have this in their command line.
    int processes(String text) {
        return Integer.parseInt(
                inside(
                                "sh",
                                "-c",
                                "pgrep -fc '["
                                        + text.charAt(0)
                                        + "]"
                                        + text.substring(1)
                                        + "' || true")
                        .strip());
    }

    /// One of the operator's files: `known_hosts`, `id_ed25519` and so on.
    Path operator(String file) {
        return folder.resolve("operator/.ssh").resolve(file);
    }

    /// As ops, with the ed25519 key.
    ServerConfig server() {
        return ServerConfig.of(NAME, "127.0.0.1")
                .withPort(port)
                .withUser("ops")
                .withIdentity(operator("id_ed25519").toString());
    }

    /// As OpenSSH would do it, with the operator's known_hosts.
    SshSettings settings() {
        return settings(operator("known_hosts"), Duration.ofSeconds(15));
    }

    SshSettings settings(Path knownHosts, Duration keepAlive) {
        return new SshSettings(
                "ops", List.of(knownHosts), List.of(), Duration.ofSeconds(20), keepAlive, 3);
    }

    SshConnection connect(Ssh ssh) throws SshException, InterruptedException {
        return ssh.connect(server(), Passphrases.NONE);
    }

    private static List<String> script(String name, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(SCRIPTS.resolve(name).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    /// Runs a command to its end, which must be a good one.
    static String run(List<String> command) {
        try {
            File errors = File.createTempFile("lab", ".err");
            Process process = new ProcessBuilder(command).redirectError(errors).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", command, Files.readString(errors.toPath()))
                    .isZero();
            assertThat(errors.delete()).isTrue();
            return output;
        } catch (IOException e) {
            throw new AssertionError(command.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command.toString(), e);
        }
    }

    /// Deletes a folder that a test made, with all that is in it.
    static void delete(Path made) throws IOException {
        if (Files.exists(made)) {
            try (Stream<Path> all = Files.walk(made)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /// The lab while the tests run.
    private static final class Running implements AutoCloseable {
        private final boolean raisedHere;

        Running(Path folder) {
            raisedHere = !folder.resolve("keeper.pid").toFile().exists();
            var _ = run(script("up"));
        }

        @Override
        public void close() {
            if (raisedHere) {
                var _ = run(script("down"));
            }
        }
    }
}
