package org.spoolscope.ui.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.fx.Background;

class DeliverabilityViewModelTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(TestingSnapshot.NOW);
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final TestingChecks checks =
            new TestingChecks()
                    .answer("mail3", TestingChecks.checked(true, TestingChecks.findings()))
                    .answer("mail1", TestingChecks.LOST);
    private final DeliverabilityViewModel model =
            new DeliverabilityViewModel(
                    new Background(work::add, Runnable::run), (InstantSource) now::get, checks);

    private void show() {
        model.show(TestingChecks.fleet());
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void checked() {
        model.choose("mail3");
        show();
        work();
    }

    private PageContent content() {
        return model.content().get();
    }

    private String message() {
        return Objects.requireNonNull(content().message()).headline().toString();
    }

    @Test
    void asksOnceWhenAServerIsFirstShownAndAgainOnlyWhenTold() {
        checked();
        show();
        model.choose("mail1");
        model.choose("mail3");
        now.updateAndGet(at -> at.plus(Duration.ofHours(3)));
        show();
        work();
        assertThat(checks.asked).containsExactly("mail3");
        model.checkNow();
        model.checkNow();
        work();
        assertThat(checks.asked).containsExactly("mail3", "mail3");
    }

    @Test
    void theWorstSubjectComesFirstAndItsWorstFinding() {
        checked();
        assertThat(content().subjects())
                .extracting(subject -> subject.subject().toString())
                .containsExactly("198.51.100.7", "example.com", "192.0.2.13", "mail3.example.com");
        SubjectRows domain = content().subjects().get(1);
        assertThat(domain.kind()).hasToString("domain");
        assertThat(domain.tone()).isEqualTo(Tone.WARN);
        assertThat(domain.rows())
                .extracting(FindingRow::tone)
                .containsExactly(Tone.WARN, Tone.OFF, Tone.NEUTRAL, Tone.OK);
        assertThat(domain.rows())
                .extracting(FindingRow::open)
                .containsExactly(true, true, false, false);
        assertThat(domain.rows().getFirst().fix())
                .extracting(DisplayText::toString)
                .containsExactly(
                        "_dmarc.example.com. IN TXT \"v=DMARC1; p=none;"
                                + " rua=mailto:postmaster@example.com\"");
        assertThat(content().totals())
                .extracting(total -> total.text().toString())
                .containsExactly("1 bad", "1 warning", "1 unknown", "1 note", "3 good");
    }

    @Test
    void saysWhoWasAskedAndHowLongAgo() {
        model.choose("mail3");
        show();
        assertThat(model.summary()).isEqualTo(DisplayText.EMPTY);
        assertThat(message()).isEqualTo("Checking how mail3 looks to receivers…");
        work();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(4)));
        assertThat(model.summary())
                .hasToString("Asked: 127.0.0.53 of mail3, through SSH · 4 min ago");
        model.checkNow();
        assertThat(model.underWay().get()).isTrue();
        assertThat(content().subjects()).hasSize(4);
    }

    @Test
    void saysWhomItAsksJustNow() {
        List<String> said = new ArrayList<>();
        model.content()
                .addListener((_, _, next) -> {
                    if (next.message() != null) {
                        said.add(next.message().advice().toString());
                    }
                });
        checked();
        assertThat(said).endsWith("127.0.0.53 of mail3, through SSH is asked about each of them.");
    }

    @Test
    void anAddressSaysWhatTheListsSayOfIt() {
        checked();
        assertThat(content().addresses())
                .extracting(AddressLine::tone)
                .containsExactly(Tone.BAD, Tone.OFF);
        assertThat(content().addresses().getFirst().lists()).hasToString("listed by Spamhaus ZEN");
        assertThat(content().addresses().getLast().lists())
                .hasToString("no blocklist has answered yet");
    }

    @Test
    void withoutALinkNobodyIsAsked() {
        show();
        work();
        assertThat(model.server().get()).isEqualTo("mail1");
        assertThat(message()).isEqualTo("mail1 is not connected.");
        assertThat(checks.asked).isEmpty();
        model.show(new FleetSnapshot(List.of(TestingSnapshot.of("mail1").build())));
        assertThat(work).hasSize(1);
    }

    @Test
    void saysWhatWouldLetTheResolverBeAsked() {
        checks.answer("mail3", TestingChecks.NO_RESOLVER);
        checked();
        assertThat(message()).isEqualTo("The resolver of mail3 can't be asked from here.");
        assertThat(content().grant())
                .extracting(DisplayText::toString)
                .contains("apt-get install bind9-dnsutils", "    PermitOpen 127.0.0.53:53");
        show();
        work();
        assertThat(checks.asked).hasSize(1);
    }

    @Test
    void whatWasFoundStaysWhenTheNextCheckFails() {
        checked();
        checks.answer("mail3", TestingChecks.LOST);
        model.checkNow();
        work();
        assertThat(content().subjects()).hasSize(4);
        assertThat(content().message()).isNotNull();
        assertThat(model.underWay().get()).isFalse();
    }

    @Test
    void saysThatTheLogWasNotRead() {
        checks.answer("mail3", TestingChecks.checked(false, TestingChecks.findings()));
        checked();
        assertThat(content().notes())
                .singleElement()
                .asString()
                .startsWith("No log file of mail3 may be read");
    }

    @Test
    void saysThatThereIsNothingToCheck() {
        checks.answer("mail3", TestingChecks.checked(true, List.of()));
        checked();
        assertThat(message()).isEqualTo("Nothing of mail3 is known that could be checked.");
        model.show(FleetSnapshot.EMPTY);
        assertThat(message()).isEqualTo("No server is configured yet.");
    }
}
