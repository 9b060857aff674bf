package org.spoolscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerConfig.Elevation;

class ServerFormViewModelTest {
    private final ServerFormViewModel form = new ServerFormViewModel(null, List.of("mail1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NAME     | ''                 | Give it a name: that is how the console calls it.
                    NAME     | mail1              | Another server is already called mail1.
                    NAME     | mail2              | ''
                    NAME     | mail\u202e2        | Too long, or it holds characters that can't be printed.
                    HOST     | ''                 | A host name or an address.
                    HOST     | mail1.example.org  | ''
                    HOST     | 192.0.2.7          | ''
                    HOST     | 2001:db8::7        | ''
                    HOST     | ops@mail1          | The account has a field of its own: write ops there.
                    HOST     | mail1:2222         | The port has a field of its own: write 2222 there.
                    HOST     | -oProxyCommand=x   | That is neither a host name nor an address.
                    HOST     | mail 1             | That is neither a host name nor an address.
                    USER     | ops                | ''
                    USER     | ' '                | ''
                    USER     | -l                 | That is no account name.
                    PORT     | 2222               | ''
                    PORT     | 0                  | 1 to 65535.
                    PORT     | 65536              | 1 to 65535.
                    PORT     | ٢٢                 | 1 to 65535.
                    PORT     | 99999999999999     | 1 to 65535.
                    IDENTITY | ~/.ssh/id_rsa.pub  | That is the public half. Choose the file without .pub.
                    IDENTITY | ~/.ssh/id_rsa      | ''
                    INSTANCE | postfix-out        | ''
                    INSTANCE | two words          | A name as postmulti -l prints it, such as postfix-out.
                    LOG      | mail.log           | The whole path, beginning with /.
                    LOG      | /var/log/mail.log  | ''
                    """)
    void saysWhatIsWrongWhileItIsTyped(ServerField field, String typed, String problem) {
        form.text(field).set("x");
        form.text(field).set(typed);
        assertThat(form.problem(field).get()).hasToString(problem);
    }

    @Test
    void aFieldThatWasNotTouchedIsNotBlamed() {
        assertThat(form.problem(ServerField.HOST).get().isEmpty()).isTrue();
        assertThat(form.valid().get()).isFalse();
        assertThat(form.server()).isEmpty();
        assertThat(form.check()).contains(ServerField.NAME);
        assertThat(form.problem(ServerField.HOST).get().isEmpty()).isFalse();
    }

    @Test
    void whatIsNotSaidStaysUnsaid() {
        form.text(ServerField.NAME).set(" relay-osl ");
        form.text(ServerField.HOST).set("192.0.2.10");
        assertThat(form.server()).contains(ServerConfig.of("relay-osl", "192.0.2.10"));
    }

    @Test
    void editingKeepsWhatTheFormHasNoFieldFor() {
        ServerConfig before =
                new ServerConfig(
                        "mail1",
                        "mail1.example.org",
                        "ops",
                        2222,
                        "~/.ssh/id_mail",
                        "bastion",
                        "/var/log/mail.log",
                        "postfix-out",
                        List.of("192.0.2.10"),
                        List.of("campaign", "oslo"),
                        Elevation.SUDO,
                        true);
        ServerFormViewModel edit = new ServerFormViewModel(before, List.of("mail1", "mail2"));
        assertThat(edit.server()).contains(before);
        edit.text(ServerField.TAGS).set("oslo,  oslo newsletter,");
        edit.elevation().set(null);
        edit.readOnly().set(false);
        ServerConfig after = edit.server().orElseThrow();
        assertThat(after.tags()).containsExactly("oslo", "newsletter");
        assertThat(after.elevate()).isNull();
        assertThat(after.readOnly()).isFalse();
        assertThat(after.jump()).isEqualTo("bastion");
        assertThat(after.addresses()).containsExactly("192.0.2.10");
    }
}
