package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Instance;
import org.spoolscope.monitor.ReadResult;
import org.spoolscope.postfix.PostcatReply;
import org.spoolscope.postfix.PostcatReply.Part;
import org.spoolscope.postfix.schedule.Outlook;
import org.spoolscope.ui.fx.Background;

class ContentViewModelTest {
    private static final Instance INSTANCE = TestingFleet.instance("-");

    private final List<Runnable> work = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private ReadResult result = read("sender: a@example.com\n");
    private final ContentViewModel model =
            new ContentViewModel(
                    new QueueRow(
                            "mail1",
                            TestingFleet.message(
                                    "AAAAAA1", Duration.ofHours(3), "a@example.org", "x", "y"),
                            Outlook.of(INSTANCE, null)),
                    (server, instance, id, part) -> {
                        asked.add(server + " " + instance + " " + id + " " + part);
                        return result;
                    },
                    new Background(work::add, Runnable::run));

    private static ReadResult read(String text) {
        return new ReadResult.Answered(new PostcatReply.Read(text, false));
    }

    private Content after(ReadResult next) {
        result = next;
        model.read(Part.HEAD);
        finish();
        Content content = model.part(Part.HEAD).get();
        model.close();
        return content;
    }

    private void finish() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    private static List<String> texts(Content content) {
        return ((Content.Lines) content).lines().stream().map(DisplayText::toString).toList();
    }

    @Test
    void readsOnlyWhatIsAskedForAndOnce() {
        assertThat(asked).isEmpty();
        model.read(Part.HEAD);
        assertThat(model.part(Part.HEAD).get()).isEqualTo(new Content.Reading());
        model.read(Part.HEAD);
        finish();
        model.read(Part.HEAD);
        finish();
        assertThat(asked).containsExactly("mail1 - AAAAAA1 HEAD");
        assertThat(texts(model.part(Part.HEAD).get())).containsExactly("sender: a@example.com");
        assertThat(model.part(Part.BODY).get()).isEqualTo(new Content.None());
        model.read(Part.BODY);
        finish();
        assertThat(asked).endsWith("mail1 - AAAAAA1 BODY");
    }

    @Test
    void whatStrangersWroteIsHarmless() {
        assertThat(
                        texts(
                                after(
                                        read(
                                                "Subject: \u202egpj.exe\r\n\tfor\u0007 you\n\n"
                                                        + "\ud83d\ude00".repeat(600)
                                                        + "x\n"))))
                .containsExactly(
                        "Subject: ⟨U+202E⟩gpj.exe⟨U+000D⟩",
                        " for⟨U+0007⟩ you",
                        "",
                        "\ud83d\ude00".repeat(500),
                        "\ud83d\ude00".repeat(100) + "x");
        assertThat(texts(after(read("x" + "\ud83d\ude00".repeat(500)))))
                .containsExactly("x" + "\ud83d\ude00".repeat(499), "\ud83d\ude00");
    }

    @Test
    void aRefusalShowsTheLineThatGrantsIt() {
        assertThat(
                        after(
                                new ReadResult.Answered(
                                        new PostcatReply.Refused(
                                                DisplayText.of("sudo: a password is required"),
                                                "ops ALL=(root) NOPASSWD: x"))))
                .isInstanceOfSatisfying(
                        Content.Refused.class,
                        refused -> {
                            assertThat(refused.why().headline())
                                    .hasToString("This account may not read it.");
                            assertThat(refused.why().advice())
                                    .hasToString("sudo: a password is required");
                            assertThat(refused.grant()).hasToString("ops ALL=(root) NOPASSWD: x");
                        });
    }

    @Test
    void troubleIsTold() {
        assertThat(headline(new ReadResult.NoLink())).isEqualTo("There is no link to the server.");
        assertThat(headline(new ReadResult.Answered(new PostcatReply.Gone())))
                .isEqualTo("The message has left the queue.");
        assertThat(
                        headline(
                                new ReadResult.Answered(
                                        new PostcatReply.Failed(DisplayText.of("why")))))
                .isEqualTo("The message could not be read.");
    }

    private String headline(ReadResult next) {
        return ((Content.Failed) after(next)).why().headline().toString();
    }

    @Test
    void closingForgetsAndEndsWhatIsUnderWay() {
        model.read(Part.HEAD);
        finish();
        model.read(Part.BODY);
        model.close();
        finish();
        assertThat(asked).containsExactly("mail1 - AAAAAA1 HEAD");
        assertThat(model.part(Part.HEAD).get()).isEqualTo(new Content.None());
        assertThat(model.part(Part.BODY).get()).isEqualTo(new Content.None());
    }
}
