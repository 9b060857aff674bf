package org.spoolscope.monitor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.search.LogSearch.Outcome;
import org.spoolscope.ssh.EmbeddedSshServer;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshSettings;

/// The real script in the system's shell, behind a real SSH connection.
class LogSearchTest {
    @TempDir Path home;
    @TempDir Path logs;

    private EmbeddedSshServer server;
    private Ssh ssh;
    private SshConnection connection;

    @BeforeEach
    void connect() throws Exception {
        Path key = home.resolve("id_ed25519");
        EmbeddedSshServer.writeKeyPair(key);
        String publicKey = Files.readString(home.resolve("id_ed25519.pub"));
        server = EmbeddedSshServer.start(0, publicKey, LogSearchTest::shell);
        Path knownHosts = home.resolve("known_hosts");
        Files.writeString(
                knownHosts, "[127.0.0.1]:" + server.port() + " " + server.hostKey() + "\n");
        ssh =
                new Ssh(
                        new SshSettings(
                                "ops",
                                List.of(knownHosts),
                                List.of(key),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(15),
                                3));
        connection =
                ssh.connect(
                        ServerConfig.of("mail1", "127.0.0.1").withPort(server.port()),
                        Passphrases.NONE);
    }

    @AfterEach
    void disconnect() {
        connection.close();
        ssh.close();
        server.close();
    }

    @Test
    void findsInAllGenerationsOldestFirst() throws Exception {
        packed("mail.log.2.gz", 3, "one 3Pt2mN2VXxznjll: a\nother\n");
        plain("mail.log-20260101", 2, "two 3Pt2mN2VXxznjll: b\n");
        plain("mail.log.1", 1, "3Pt2mN2VXxznjllX is another id, which holds the string\n");
        plain("mail.log", 0, "three 3Pt2mN2VXxznjll: c");
        Found found = new Found();

        assertThat(search(found, "3Pt2mN2VXxznjll")).isEqualTo(new Outcome.Whole());
        assertThat(found.lines)
                .containsExactly(
                        "one 3Pt2mN2VXxznjll: a",
                        "two 3Pt2mN2VXxznjll: b",
                        "3Pt2mN2VXxznjllX is another id, which holds the string",
                        "three 3Pt2mN2VXxznjll: c");
        assertThat(found.files)
                .containsExactly(
                        "SEARCHING 1/4 mail.log.2.gz",
                        "SEARCHING 2/4 mail.log-20260101",
                        "SEARCHING 3/4 mail.log.1",
                        "SEARCHING 4/4 mail.log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(touch pwned)",
                "`id`",
                "'; id; '",
                "a.c",
                "\\",
                "--help",
                "*",
                "kåre@example.com",
                "\u202e",
                "END",
                "%s %n"
            })
    void stringsAreTakenToTheLetter(String string) throws Exception {
        plain("mail.log", 0, "before\nx" + string + "y\nabc\nafter\n");
        Found found = new Found();

        assertThat(search(found, string)).isEqualTo(new Outcome.Whole());
        assertThat(found.lines).containsExactly("x" + string + "y");
        assertThat(logs.resolve("pwned")).doesNotExist();
    }

    @Test
    void severalStringsAtOnce() throws Exception {
        plain("mail.log", 0, "a\nb\nc\nab\n");
        Found found = new Found();

        search(found, "a", "c");
        assertThat(found.lines).containsExactly("a", "c", "ab");
    }

    @Test
    void aLineInTheLogThatLooksLikeProgressIsALine() throws Exception {
        plain("mail.log", 0, "x\n\0abc end\nx later\n");
        Found found = new Found();

        assertThat(search(found, "x")).isEqualTo(new Outcome.Whole());
        assertThat(found.lines).containsExactly("x", "x later");
    }

    /// Goal H4: what unpacks without end is left, the others are searched.
    @ParameterizedTest
    @ValueSource(strings = {"\0", "\n", "no such line\n"})
    void aBombIsLeft(String filling) throws Exception {
        packed("mail.log.3.gz", 4, "before 3Pt2mN2VXxznjll\n");
        bomb("mail.log.2.gz", "in the bomb 3Pt2mN2VXxznjll\n", filling);
        plain("mail.log", 0, "after 3Pt2mN2VXxznjll\n");
        Found found = new Found();

        assertThat(search(found, "3Pt2mN2VXxznjll")).isEqualTo(new Outcome.Whole());

        assertThat(found.lines)
                .containsExactly(
                        "before 3Pt2mN2VXxznjll",
                        "in the bomb 3Pt2mN2VXxznjll",
                        "after 3Pt2mN2VXxznjll");
        assertThat(found.files).contains("CUT 2/3 mail.log.2.gz");
    }

    /// Goal H2.
    @Test
    void aLineOf100MbIsCut() throws Exception {
        byte[] line = new byte[100 << 20];
        Arrays.fill(line, (byte) 'x');
        byte[] id = "3Pt2mN2VXxznjll: ".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(id, 0, line, 0, id.length);
        line[line.length - 1] = '\n';
        Files.write(logs.resolve("mail.log"), line);
        Files.writeString(
                logs.resolve("mail.log"), "\0\0003Pt2mN2VXxznjll\r\n", StandardOpenOption.APPEND);
        Found found = new Found();

        assertThat(search(found, "3Pt2mN2VXxznjll")).isEqualTo(new Outcome.Whole());
        assertThat(found.lines).hasSize(2).last().isEqualTo("3Pt2mN2VXxznjll");
        assertThat(found.lines.getFirst()).hasSize(16 << 10).startsWith("3Pt2mN2VXxznjll: xxx");
    }

    @Test
    void noLogAtAll() throws Exception {
        Found found = new Found();
        assertThat(search(found, "x")).isEqualTo(new Outcome.Whole());
        assertThat(found.files).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\0b"})
    void whatCantBeSearchedForIsRefused(String string) {
        assertThatThrownBy(() -> search(new Found(), string))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Outcome search(Found found, String... strings) throws Exception {
        return new LogSearch(connection, found)
                .run(logs.resolve("mail.log").toString(), List.of(strings));
    }

    private void plain(String name, int daysAgo, String text) throws IOException {
        age(Files.writeString(logs.resolve(name), text), daysAgo);
    }

    private void packed(String name, int daysAgo, String text) throws IOException {
        Path file = logs.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        age(file, daysAgo);
    }

    /// A small file that unpacks to 1.5 GB.
    private void bomb(String name, String first, String filling) throws IOException {
        Path file = logs.resolve(name);
        byte[] part = zipped(filling.repeat((10 << 20) / filling.length()));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(zipped(first));
            for (int i = 0; i < 150; i++) {
                out.write(part);
            }
        }
        age(file, 2);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void age(Path file, int days) throws IOException {
        Instant written = Instant.parse("2026-01-10T00:00:00Z").minus(Duration.ofDays(days));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private final class Found implements LogSearch.Results {
        final List<String> lines = new ArrayList<>();
        final List<String> files = new ArrayList<>();

        @Override
        public void line(byte[] bytes, int from, int to) {
            lines.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void file(SearchedFile file) {
            files.add(
                    "%s %d/%d %s"
                            .formatted(
                                    file.state(),
                                    file.number(),
                                    file.of(),
                                    logs.relativize(Path.of(file.path()))));
        }
    }

    /// Runs the line in the system's shell.
    private static int shell(String line, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        Process process =
                new ProcessBuilder("sh", "-c", line)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Thread feeding =
                Thread.ofVirtual()
                        .start(() -> {
                            try (OutputStream stdin = process.getOutputStream()) {
                                for (int b = in.read(); b >= 0; b = in.read()) {
                                    stdin.write(b);
                                    if (in.available() == 0) {
                                        stdin.flush();
                                    }
                                }
                            } catch (IOException e) {
                                // It ended without reading all.
                            }
                        });
        process.getInputStream().transferTo(out);
        out.flush();
        feeding.interrupt();
        try {
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
