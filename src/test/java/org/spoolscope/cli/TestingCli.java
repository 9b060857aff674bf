package org.spoolscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ssh.EmbeddedSshServer;
import org.spoolscope.ssh.RemoteShell;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshSettings;
import picocli.CommandLine;

/// A person's home with a key, a configuration folder, an embedded server called `mail1`, and the
/// command line over them.
final class TestingCli implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final Path folder;
    final Path knownHosts;
    final EmbeddedSshServer server;
    final List<String> pictures = new ArrayList<>();
    final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private boolean personIsThere;

    /// What one command line did.
    ///
    /// @param err with the questions that were asked
    record Run(int status, String out, String err) {}

    TestingCli(Path folder, RemoteShell shell) throws IOException {
        this.folder = folder;
        knownHosts = folder.resolve("known_hosts");
        Path key = folder.resolve("id_ed25519");
        if (Files.notExists(key)) {
            EmbeddedSshServer.writeKeyPair(key);
        }
        server =
                EmbeddedSshServer.start(
                        0, Files.readString(folder.resolve("id_ed25519.pub")), shell);
        Files.writeString(
                knownHosts, "[127.0.0.1]:" + server.port() + " " + server.hostKey() + "\n");
        configure("");
    }

    /// Writes servers.toml anew.
    ///
    /// @param more lines for the server
    void configure(String more) throws IOException {
        Files.writeString(
                folder.resolve("servers.toml"),
                """
                [[server]]
                name = "mail1"
                host = "127.0.0.1"
                user = "ops"
                port = %d
                tags = ["campaign", "nordic"]
                %s

                [[server]]
                name = "mail2"
                host = "mail2.example.no"
                """
                        .formatted(server.port(), more));
    }

    /// From now on someone sits at the terminal and gives these answers.
    void sitDown(String... lines) {
        personIsThere = true;
        answers.addAll(List.of(lines));
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, arguments);
    }

    Run run(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        questions.clear();
        int status = cli(out, err).run(arguments);
        return new Run(
                status,
                out.toString(),
                err.toString(StandardCharsets.UTF_8) + String.join("", questions));
    }

    /// What the command line says of itself, with all commands.
    CommandLine commandLine() {
        return cli(new ByteArrayOutputStream(), new ByteArrayOutputStream()).commandLine(List.of());
    }

    private Cli cli(OutputStream out, OutputStream err) {
        Terminal terminal =
                new Terminal(out, err, StandardCharsets.UTF_8, false, new TestingPrompt());
        return new Cli(terminal, surroundings(), new TestingFaces());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                Map.of("SPOOLSCOPE_CONFIG", folder.toString()),
                "Linux",
                folder,
                InstantSource.fixed(NOW),
                ZoneId.of("Europe/Oslo"),
                this::ssh);
    }

    private Ssh ssh() {
        return new Ssh(
                new SshSettings(
                        "ops",
                        List.of(knownHosts),
                        List.of(folder.resolve("id_ed25519")),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(15),
                        3));
    }

    @Override
    public void close() {
        server.close();
    }

    private final class TestingPrompt implements Prompt {
        @Override
        public boolean isThere() {
            return personIsThere;
        }

        @Override
        public @Nullable String ask(DisplayText question) {
            if (!personIsThere) {
                return null;
            }
            questions.add(question + "\n");
            return answers.poll();
        }

        @Override
        public char @Nullable [] askSecret(DisplayText question) {
            String answer = ask(question);
            return answer == null ? null : answer.toCharArray();
        }
    }

    private final class TestingFaces implements Faces {
        @Override
        public int console(Configuration configuration, boolean readOnly)
                throws Failure, NoDisplayException {
            var _ = configuration.read();
            throw new NoDisplayException("DISPLAY is not set");
        }

        @Override
        public int demo(int servers, double speed, boolean readOnly) throws NoDisplayException {
            if (speed < 1) {
                throw new NoDisplayException("DISPLAY is not set");
            }
            if (servers == 13) {
                throw new IllegalStateException("thirteen");
            }
            pictures.add("demo " + servers + " " + speed + (readOnly ? " read-only" : ""));
            return 0;
        }

        @Override
        public int screenshot(Configuration configuration, Screenshot picture) throws Failure {
            if (!picture.demo()) {
                var _ = configuration.read();
            }
            pictures.add(
                    String.format(
                            "%s %s %s %dx%d %s%s%s",
                            picture.page().name(),
                            picture.server(),
                            picture.file().getFileName(),
                            picture.width(),
                            picture.height(),
                            picture.dark() ? "dark" : "light",
                            picture.demo() ? " demo" : "",
                            picture.readOnly() ? " read-only" : ""));
            return 0;
        }

        @Override
        public List<Page> pages() {
            return List.of(
                    new Page("fleet", false), new Page("server", true), new Page("queue", true));
        }
    }
}
