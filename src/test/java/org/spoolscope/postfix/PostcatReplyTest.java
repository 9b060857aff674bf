package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.postfix.PostcatReply.Part;

class PostcatReplyTest {
    private static final String FACTS =
            "user\tops\npostcat\t/usr/lib/postcat\ndefault_config\t/etc/postfix\n\n";

    private static PostcatReply reply(String stdout, String stderr, int status) {
        return PostcatReply.of(
                Part.HEAD,
                "/etc/postfix",
                stdout.getBytes(StandardCharsets.ISO_8859_1),
                stderr,
                status);
    }

    @Test
    void readsWhatFollowsTheFacts() {
        assertThat(reply(FACTS + "*** ENVELOPE ***\n\nuser\tx\n", "", 0))
                .isEqualTo(new PostcatReply.Read("*** ENVELOPE ***\n\nuser\tx\n", false));
        assertThat(reply(FACTS + "caf\u00e9", "", 0))
                .isEqualTo(new PostcatReply.Read("caf\ufffd", false));
    }

    /// The program that reads it is ended by a closed pipe then.
    @Test
    void saysWhenThereIsMore() {
        String most = "x".repeat(PostcatReply.MOST);
        assertThat(reply(FACTS + most, "", 0)).isEqualTo(new PostcatReply.Read(most, false));
        assertThat(reply(FACTS + most + "y", "", 141)).isEqualTo(new PostcatReply.Read(most, true));
    }

    @Test
    void aMessageThatIsGoneIsNoRefusal() {
        assertThat(
                        reply(
                                FACTS,
                                "postcat: fatal: open queue file 4ABC0012EF: No such file or"
                                        + " directory\n",
                                1))
                .isEqualTo(new PostcatReply.Gone());
    }

    @Test
    void aRefusalNamesTheRuleAndIsHarmless() {
        assertThat(reply(FACTS, "\nSorry, user ops is not allowed to execute \u001b[31m\n", 1))
                .isEqualTo(
                        new PostcatReply.Refused(
                                DisplayText.of(
                                        "Sorry, user ops is not allowed to execute \u001b[31m"),
                                "ops ALL=(root) NOPASSWD: /usr/lib/postcat ^-e -h -q"
                                        + " [0-9A-Za-z]+$"));
        assertThat(reply("", "", 77))
                .isInstanceOfSatisfying(
                        PostcatReply.Refused.class,
                        refused ->
                                assertThat(refused.grant())
                                        .startsWith("USER ALL=(root) NOPASSWD: /usr/sbin/postcat"));
    }

    @Test
    void allElseIsAFailure() {
        assertThat(reply(FACTS, "postcat was not found", 127))
                .isEqualTo(new PostcatReply.Failed(DisplayText.of("postcat was not found")));
    }
}
