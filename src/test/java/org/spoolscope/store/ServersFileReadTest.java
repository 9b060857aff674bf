package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerConfig.Elevation;

class ServersFileReadTest {
    @TempDir Path folder;

    @Test
    void readsEveryKey() throws Exception {
        write(
                """
                # mine
                [[server]]
                name = "mail1"
                host = 'mail1.example.no'   # a comment
                user = "ops"
                port = 2222
                identity = "~/.ssh/id_mail"
                jump = "gate.example.no"
                log = "/var/log/mail.log"
                instance = "postfix-out"
                addresses = ["192.0.2.10",
                  "2001:db8::25"]  # two
                tags = ["campaign"]
                elevate = "sudo"
                read_only = true

                [[server]]
                name = "mail2"
                host = "mail2.example.no"
                """);

        assertThat(file().load())
                .containsExactly(
                        new ServerConfig(
                                "mail1",
                                "mail1.example.no",
                                "ops",
                                2222,
                                "~/.ssh/id_mail",
                                "gate.example.no",
                                "/var/log/mail.log",
                                "postfix-out",
                                List.of("192.0.2.10", "2001:db8::25"),
                                List.of("campaign"),
                                Elevation.SUDO,
                                true),
                        ServerConfig.of("mail2", "mail2.example.no"));
    }

    @Test
    void knowsNoServersWithoutAFile() throws Exception {
        assertThat(file().load()).isEmpty();
    }

    @Test
    void readsWindowsLinesAndAByteOrderMark() throws Exception {
        write("\uFEFF[[server]]\r\nname = \"a\"\r\nhost = \"b\"\r\n");

        assertThat(file().load()).containsExactly(ServerConfig.of("a", "b"));
    }

    /// A semicolon in the text stands for a line break.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [[server]];name='a';hots='b'           | 3:1: unknown key "hots"; did you mean "host"?
                    [[server]];name='a';host='b';usr='c'   | 4:1: unknown key "usr"; did you mean "user"?
                    [[server]];name='a';host='b';  colour=1| 4:3: unknown key "colour"; known are name, host, user, port, identity, jump, log, instance, addresses, tags, elevate, read_only
                    [[server]];name='a';host='b';[server.x]| 4:1: unknown key "x"; known are name, host, user, port, identity, jump, log, instance, addresses, tags, elevate, read_only
                    name='a'                               | 1:1: unknown key "name"; it belongs below a [[server]] line
                    [[servers]];name='a'                   | 1:1: unknown key "servers"; did you mean [[server]]?
                    theme='dark'                           | 1:1: unknown key "theme"; only [[server]] tables are known here
                    [server];name='a'                      | 1:1: each server is a table of its own: write [[server]]
                    server=['a']                           | 1:9: "server" must be a table: write [[server]]
                    ;[[server]];host='b'                   | 2:1: this server has no name; add a line such as name = "mail1"
                    [[server]];name='a'                    | 1:1: this server has no host; add a line such as host = "mail1.example.com"
                    [[server]];name='';host='b'            | 2:1: name must not be empty; leave the line out instead
                    [[server]];name=1;host='b'             | 2:1: name must be a text in quotes, not a number
                    [[server]];name='a';host=['b']         | 3:1: host must be a text in quotes, not a list
                    [[server]];name='a';host='-oX=y'       | 3:1: host must be one word that does not begin with "-"
                    [[server]];name='a';host='b c'         | 3:1: host must be one word that does not begin with "-"
                    [[server]];name='a';host='b';user='-l' | 4:1: user must be one word that does not begin with "-"
                    [[server]];name='a';host='b';port='22' | 4:1: port must be a number without quotes, not a text
                    [[server]];name='a';host='b';port=22.0 | 4:1: port must be a number without quotes, not a number with a fraction
                    [[server]];name='a';host='b';port=0    | 4:1: port must be 1 to 65535, not 0
                    [[server]];name='a';host='b';port=65536| 4:1: port must be 1 to 65535, not 65536
                    [[server]];name='a';host='b';tags='x'  | 4:1: tags must be a list of texts such as ["campaign"], not a text
                    [[server]];name='a';host='b';tags=[1]  | 4:1: tags must be a list of texts such as ["campaign"], not a number
                    [[server]];name='a';host='b';addresses=['mail'] | 4:1: addresses must be IP addresses; "mail" is none
                    [[server]];name='a';host='b';log='x'   | 4:1: log must be an absolute path such as "/var/log/mail.log"
                    [[server]];name='a';host='b';elevate='su' | 4:1: elevate must be "sudo" or "none", not "su"
                    [[server]];name='a';host='b';elevate=true | 4:1: elevate must be a text in quotes, not true or false
                    [[server]];name='a';host='b';read_only='yes' | 4:1: read_only must be true or false, without quotes, not a text
                    [[server]];name='a';host='b';user=2026-01-01 | 4:1: user must be a text in quotes, not a date or time
                    [[server]];name='a';host='b';[[server]];name='a';host='c' | 5:1: there already is a server called "a" (line 1); each needs its own name
                    [[server]];name='a';name='b'           | 3:1: name previously defined at line 2, column 1
                    [[server]];name = "a                   | 2:10: Unexpected end of input, expected " or a character
                    """)
    void namesTheLineTheColumnAndWhatWouldBeRight(String text, String message) throws Exception {
        write(text.replace(';', '\n'));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().load())
                .withMessage(file().path() + ":" + message);
    }

    @Test
    void refusesAHugeFile() throws Exception {
        write("#".repeat(SettingsText.MAX_BYTES + 1));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().load())
                .withMessageEndingWith(
                        "is larger than 1 MiB; this can't be the file that was meant");
    }

    @Test
    void refusesWhatIsNotUtf8() throws Exception {
        Files.write(
                file().path(),
                "# \u00e5\n[[server]]\nname = \"\u00e5\"\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().load())
                .withMessage(
                        file().path() + ":1:3: is not UTF-8 (byte 0xE5); save the file as UTF-8");
    }

    @Test
    void refusesADirectory() throws Exception {
        Files.createDirectory(file().path());

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> file().load())
                .withMessageEndingWith("is a directory; a file is expected here");
    }

    @Test
    void survivesNestingWithoutEnd() throws Exception {
        write("server = " + "[".repeat(50_000));

        assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> file().load());
    }

    private ServersFile file() {
        return new ServersFile(folder);
    }

    private void write(String text) throws IOException {
        Files.writeString(file().path(), text);
    }
}
