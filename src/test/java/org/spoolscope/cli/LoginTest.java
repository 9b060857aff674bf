package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.ssh.TestingKeys;

class LoginTest {
    @TempDir Path folder;
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new TestingCli(folder, new TestingPostfix());
    }

    @AfterEach
    void stop() {
        cli.close();
    }

    @Test
    void refusesAnUnknownHostKeyWhenNobodyIsThere() throws Exception {
        Files.delete(cli.knownHosts);

        TestingCli.Run run = cli.run("queue", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(run.err())
                .contains("is not known yet", "SHA256:")
                .endsWith("To accept it, run in a terminal: spoolscope doctor mail1\n");
        assertThat(cli.knownHosts).doesNotExist();
    }

    @Test
    void keepsTheHostKeyThatAPersonAccepts() throws Exception {
        String known = Files.readString(cli.knownHosts);
        Files.delete(cli.knownHosts);
        cli.sitDown("perhaps", "yes");

        TestingCli.Run run = cli.run("queue", "mail1", "--json");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("SHA256:", "(yes/no)?\nPlease type yes or no:\n");
        assertThat(cli.knownHosts).hasContent(known);
        assertThat(cli.run("queue", "mail1", "--json").err()).isEmpty();
    }

    @Test
    void keepsNothingWhenThePersonDoesNot() throws Exception {
        Files.delete(cli.knownHosts);
        cli.sitDown("no");

        TestingCli.Run run = cli.run("queue", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(run.err()).contains("Not connected. Nothing was kept.");
        assertThat(cli.knownHosts).doesNotExist();
    }

    @Test
    void neverAsksAboutAChangedHostKey() throws Exception {
        cli.server.changeHostKey();
        cli.sitDown("yes", "yes");

        TestingCli.Run run = cli.run("queue", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(run.err()).contains("has changed. Not connected.");
        assertThat(cli.answers).hasSize(2);
    }

    @Test
    void saysWhenNothingAnswers() {
        cli.server.stop();

        TestingCli.Run run = cli.run("doctor", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(run.err()).startsWith("mail1: Nothing answers on the SSH port.\n");
    }

    @Test
    void saysWhenNoKeyIsAccepted() throws Exception {
        Files.delete(folder.resolve("id_ed25519"));

        TestingCli.Run run = cli.run("queue", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(run.err()).startsWith("mail1: No private key was found.");
    }

    @Test
    void asksForThePassphraseOfAnEncryptedKey() throws Exception {
        useEncryptedKey();
        TestingCli.Run alone = cli.run("queue", "mail1");
        assertThat(alone.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(alone.err())
                .contains("needs its passphrase", "It is asked for on a terminal only");

        cli.sitDown("open sesame", "sesame street");
        TestingCli.Run run = cli.run("queue", "mail1", "--json");
        assertThat(run.status()).isZero();
        assertThat(run.err()).hasLineCount(2).contains("Passphrase of ").doesNotContain("sesame");
    }

    @Test
    void givesUpAfterThreeWrongPassphrases() throws Exception {
        useEncryptedKey();
        cli.sitDown("one", "two", "three", "sesame street");

        TestingCli.Run run = cli.run("queue", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(run.err()).contains("That passphrase does not open");
        assertThat(cli.answers).containsExactly("sesame street");
    }

    /// The passphrase is `sesame street`.
    private void useEncryptedKey() throws Exception {
        cli.close();
        TestingKeys.writeEncrypted(folder.resolve("id_ed25519"), "sesame street");
        cli = new TestingCli(folder, new TestingPostfix());
    }
}
