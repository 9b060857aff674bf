package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {
    @Test
    void theInstallersFileIsWhatTheCodePrints() throws IOException {
        assertThat(Path.of("installer/sudoers.d/spoolscope"))
                .hasContent(Grants.standard("ops").sudoersFile(List.of("/etc/postfix")));
        assertThat(Files.readString(Path.of("installer/sudoers.d/spoolscope"))).endsWith("\n");
    }

    @Test
    void theReadmeNamesTheRules() throws IOException {
        Grants grants = Grants.standard("ops");

        assertThat(Files.readString(Path.of("README.md")))
                .contains(grants.actionRules("/etc/postfix"))
                .contains(grants.readingRule("/etc/postfix"));
    }

    @Test
    void noRuleHoldsAWildcard() {
        String rules =
                Grants.standard("ops")
                        .sudoersFile(List.of("/etc/postfix", "/etc/postfix-out"))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .reduce("", (all, line) -> all + line + "\n");

        assertThat(rules)
                .contains("-c /etc/postfix-out -d - hold")
                .doesNotContain("*", "ALL\n", "?");
        assertThat(rules.lines().filter(line -> line.endsWith(" -d - hold"))).hasSize(2);
    }

    @Test
    void quotesWhatSudoersAndTheShellWouldTakeApart() {
        Grants grants = Grants.standard("dom\\joe");

        assertThat(grants.actionRules("/srv/a b,c").getFirst())
                .isEqualTo(
                        "dom\\\\joe ALL=(root) NOPASSWD: /usr/sbin/postsuper -c /srv/a\\ b\\,c -h -");
        assertThat(grants.listingCommand("/srv/it's", ""))
                .isEqualTo(
                        "postconf -c '/srv/it'\\''s' -e 'authorized_mailq_users = dom\\joe, root'");
    }

    @ParameterizedTest
    @CsvSource({
        "/var/log/mail.log, adm, usermod -aG adm ops",
        "/var/log/mail.log, '', setfacl -m u:ops:r /var/log/mail.log",
        "/var/log/mail.log, root, setfacl -m u:ops:r /var/log/mail.log",
        "journal, '', usermod -aG systemd-journal ops",
        "'', '', usermod -aG systemd-journal ops"
    })
    void letsReadTheLog(String log, String group, String command) {
        assertThat(Grants.standard("ops").logCommand(log, group)).isEqualTo(command);
    }
}
