package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.model.QueueId;
import org.spoolscope.monitor.ReadResult;
import org.spoolscope.postfix.PostcatReply;
import org.spoolscope.postfix.PostcatReply.Part;

/// Reading real messages: refused at first, and with the lines that the refusals name.
@Tag("lab")
final class ReadLabTest {
    private static final String OUT = "postfix-out";

    @RegisterExtension final Lab lab = new Lab();

    /// Without any rule; the lab's own come back afterwards.
    @BeforeEach
    void withoutRules() {
        lab.empty();
        lab.fault("sudo");
    }

    @Test
    void theLineThatARefusalNamesLetsRead() throws Exception {
        String id;
        try (SmtpClient client = new SmtpClient(lab, SmtpClient.OUT)) {
            id = client.send("news@accept.example", "read@client.example", "a@defer.example");
        }
        try (WatchedLab watched = new WatchedLab(lab, lab.settings())) {
            var _ = watched.awaitOnline();
            String head = refused(read(watched, id, Part.HEAD));
            assertThat(head).endsWith("/postcat ^-c /etc/postfix-out -e -h -q [0-9A-Za-z]+$");
            grant(head);
            assertThat(text(read(watched, id, Part.HEAD)))
                    .contains("*** ENVELOPE RECORDS ", "\nsender: news@accept.example\n")
                    .containsIgnoringCase("\nmessage-id: <read@client.example>\n");
            String body = refused(read(watched, id, Part.BODY));
            grant(body);
            assertThat(text(read(watched, id, Part.BODY)))
                    .isNotBlank()
                    .doesNotContain("ENVELOPE", "read@client.example");
            grant(head);
            assertThat(read(watched, "FFFFFFFFFF", Part.HEAD)).isEqualTo(new PostcatReply.Gone());
        }
    }

    private static PostcatReply read(WatchedLab watched, String id, Part part) throws Exception {
        ReadResult result = watched.fleet().read(Lab.NAME, OUT, new QueueId(id), part);
        return ((ReadResult.Answered) result).reply();
    }

    private static String refused(PostcatReply reply) {
        assertThat(reply).isInstanceOf(PostcatReply.Refused.class);
        return ((PostcatReply.Refused) reply).grant();
    }

    private static String text(PostcatReply reply) {
        assertThat(reply).isInstanceOf(PostcatReply.Read.class);
        return ((PostcatReply.Read) reply).text();
    }

    private void grant(String line) {
        var _ =
                lab.inside(
                        "sh",
                        "-ec",
                        "printf '%s\\n' \"$1\" >/etc/sudoers.d/spoolscope-lab;"
                                + " chmod 440 /etc/sudoers.d/spoolscope-lab; visudo -cq",
                        "grant",
                        line);
    }
}
