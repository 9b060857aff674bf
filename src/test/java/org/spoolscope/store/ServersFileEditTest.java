package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerConfig.Elevation;

class ServersFileEditTest {
    private static final String TWO =
            """
            # Our mail servers. Ask Kari before you change one.

            # the old one
            [[server]]
            name = "mail1"            # how we call it
            host = "mail1.example.no"
            tags = [
              "old",   # since 2011
            ]
            # port = 2222

            [[ 'server' ]]
              name = 'mail2'
              host = 'mail2.example.no'
            """;

    @TempDir Path folder;

    @Test
    void createsFolderAndFileForTheirOwnerOnly() throws Exception {
        ServersFile file = new ServersFile(folder.resolve("a/b"));

        file.add(
                ServerConfig.of("mail1", "mail1.example.no")
                        .withPort(2222)
                        .withTags(List.of("x", "y")));

        assertThat(file.path())
                .hasContent(
                        """
                        [[server]]
                        name = "mail1"
                        host = "mail1.example.no"
                        port = 2222
                        tags = ["x", "y"]
                        """);
        assertThat(mode(file.path())).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void addsBelowWhatIsThere() throws Exception {
        write("# none yet");
        file().add(ServerConfig.of("a", "b"));

        assertThat(text()).isEqualTo("# none yet\n\n[[server]]\nname = \"a\"\nhost = \"b\"\n");
    }

    @Test
    void replacesOnlyWhatDiffers() throws Exception {
        write(TWO);
        file().replace(
                        "mail1",
                        new ServerConfig(
                                "mail1",
                                "192.0.2.1",
                                "ops",
                                2222,
                                null,
                                null,
                                null,
                                null,
                                List.of("192.0.2.1"),
                                List.of("old"),
                                Elevation.NONE,
                                true));

        assertThat(text())
                .isEqualTo(
                        """
                        # Our mail servers. Ask Kari before you change one.

                        # the old one
                        [[server]]
                        name = "mail1"            # how we call it
                        host = "192.0.2.1"
                        user = "ops"
                        port = 2222
                        addresses = ["192.0.2.1"]
                        tags = [
                          "old",   # since 2011
                        ]
                        elevate = "none"
                        read_only = true
                        # port = 2222

                        [[ 'server' ]]
                          name = 'mail2'
                          host = 'mail2.example.no'
                        """);
    }

    @Test
    void keepsTheCommentBehindAValueAndTheIndentation() throws Exception {
        write(TWO);
        file().replace("mail1", server("mail1").withTags(List.of()));
        file().replace("mail2", server("mail2").withUser("ops"));
        ServerConfig first = server("mail1");
        file().replace("mail1", ServerConfig.of("post", first.host()));

        assertThat(text())
                .isEqualTo(
                        """
                        # Our mail servers. Ask Kari before you change one.

                        # the old one
                        [[server]]
                        name = "post"            # how we call it
                        host = "mail1.example.no"
                        # port = 2222

                        [[ 'server' ]]
                          name = 'mail2'
                          host = 'mail2.example.no'
                          user = "ops"
                        """);
    }

    @Test
    void removesAServerWithItsOwnComments() throws Exception {
        write(TWO);
        file().remove("mail1");

        assertThat(text())
                .isEqualTo(
                        """
                        # Our mail servers. Ask Kari before you change one.

                        [[ 'server' ]]
                          name = 'mail2'
                          host = 'mail2.example.no'
                        """);
    }

    @Test
    void removesTheLastServer() throws Exception {
        write(TWO);
        file().remove("mail2");
        file().remove("mail1");

        assertThat(text()).isEqualTo("# Our mail servers. Ask Kari before you change one.\n");
    }

    @Test
    void leavesTheNextServersComment() throws Exception {
        write("[[server]]\nname='a'\nhost='a'\n# b is new\n[[server]]\nname='b'\nhost='b'");
        file().remove("a");

        assertThat(text()).isEqualTo("# b is new\n[[server]]\nname='b'\nhost='b'");
    }

    @Test
    void keepsWindowsLinesAndTheByteOrderMark() throws Exception {
        write("\uFEFF# x\r\n[[server]]\r\nname='a'\r\nhost='''a'''  # y");
        file().replace("a", ServerConfig.of("a", "b").withPort(22));

        assertThat(text())
                .isEqualTo(
                        "\uFEFF# x\r\n[[server]]\r\nname='a'\r\nhost=\"b\"  # y\r\nport = 22\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoted\" \\ back\\slash",
                "line\nbreak\r\tand tab",
                "nul \0 esc \u001B[31m del \u007F",
                "x\"\n[[server]]\nname = \"y",
                "''' \"\"\" # = [ ] { }",
                "right-to-left \u202E override, zero \u200B width",
                "\uE000 private, \uFFFF none, \uD83D\uDE00 smile",
                " spaces around ",
            })
    void escapesHostileNames(String name) throws Exception {
        ServerConfig hostile = ServerConfig.of(name, "a").withTags(List.of(name, name));
        file().add(hostile);
        file().add(ServerConfig.of("other", "b"));

        assertThat(file().load()).containsExactly(hostile, ServerConfig.of("other", "b"));
        assertThat(text().codePoints().filter(c -> c != '\n'))
                .allMatch(c -> c >= 0x20 && Character.getType(c) != Character.FORMAT);
        file().remove(name);
        assertThat(file().load()).containsExactly(ServerConfig.of("other", "b"));
    }

    @Test
    void refusesHalfACharacter() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().add(ServerConfig.of("a\uD83D", "b")))
                .withMessageContaining("half a character");
    }

    @Test
    void refusesTwoOfOneName() throws Exception {
        write(TWO);

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().add(ServerConfig.of("mail1", "x")))
                .withMessageContaining("already is a server called \"mail1\"");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().replace("mail1", ServerConfig.of("mail2", "x")))
                .withMessageContaining("already is a server called \"mail2\"");
        assertThat(text()).isEqualTo(TWO);
    }

    @Test
    void saysWhenTheServerIsGone() throws Exception {
        write(TWO);

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().remove("mail3"))
                .withMessageEndingWith("there is no server called \"mail3\" any more");
    }

    @Test
    void leavesABrokenFileAlone() throws Exception {
        write("[[server]\n");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().add(ServerConfig.of("a", "b")));
        assertThat(text()).isEqualTo("[[server]\n");
    }

    @Test
    void refusesALayoutThatItCannotEdit() throws Exception {
        write("server = [{name = 'a', host = 'b'}, {name = 'c', host = 'd'}]\n");

        assertThat(file().load()).hasSize(2);
        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> file().remove("a"));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().add(ServerConfig.of("e", "f")));
        assertThat(text()).startsWith("server = [{name = 'a'");
    }

    @Test
    void keepsModeAndSymbolicLink() throws Exception {
        Path real = folder.resolve("real/kept.toml");
        Files.createDirectory(real.getParent());
        Files.writeString(real, TWO);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(file().path(), Path.of("real/kept.toml"));

        file().remove("mail1");

        assertThat(file().path()).isSymbolicLink();
        assertThat(file().load()).hasSize(1);
        assertThat(mode(real)).isEqualTo("rw-r-----");
        try (Stream<Path> left = Files.list(real.getParent())) {
            assertThat(left).containsExactly(real);
        }
    }

    @Test
    void writesThroughALinkToNothing() throws Exception {
        Files.createSymbolicLink(file().path(), Path.of("later.toml"));

        file().add(ServerConfig.of("a", "b"));

        assertThat(folder.resolve("later.toml")).isRegularFile();
        assertThat(file().path()).isSymbolicLink();
    }

    @Test
    void doesNotOverwriteWhatSomeoneElseWroteInBetween() throws Exception {
        write(TWO);
        SettingsText before = SettingsText.read(file().path());
        write(TWO + "# added meanwhile\n");

        assertThat(before.replaceWith("")).isFalse();
        assertThat(text()).endsWith("# added meanwhile\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file().path());
        }
    }

    private ServerConfig server(String name) throws Exception {
        return file().load().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ServersFile file() {
        return new ServersFile(folder);
    }

    private void write(String text) throws IOException {
        Files.writeString(file().path(), text);
    }

    private String text() throws IOException {
        return Files.readString(file().path());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
