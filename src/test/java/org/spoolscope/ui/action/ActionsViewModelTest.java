package org.spoolscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;

class ActionsViewModelTest {
    private static final Times TIMES = new Times(ZoneOffset.UTC);

    private Instant now = TestingMessages.NOW;
    private final TestingDesk testing = new TestingDesk(() -> now);

    @AfterEach
    void close() {
        testing.close();
    }

    private ActionsViewModel model(ActionGate gate) {
        return new ActionsViewModel(gate, new Background(Runnable::run, Runnable::run), () -> now);
    }

    private static Target target(int number) {
        return Target.of(TestingMessages.message(number, QueueName.DEFERRED, "example.com"));
    }

    private String plan(Verb verb, Target... targets) throws Exception {
        return testing.journal.plan(ActionPlan.on("mail1", verb, List.of(targets), "spam"));
    }

    @Test
    void theNewestIsFirstAndWaitingDeletionsStandApart() throws Exception {
        String held = plan(Verb.HOLD, target(1), target(2));
        Outlier gone = new Outlier("-", target(2).id(), Result.GONE, "");
        testing.journal.ended(held, new Tally(1, 1, 0, 0, 0), List.of(gone));
        String deleted = plan(Verb.DELETE, target(3));
        testing.journal.postponed(
                deleted, now.plus(Duration.ofMinutes(10)), new Tally(1, 0, 0, 0, 0), List.of());
        String flushed = testing.journal.plan(ActionPlan.flush("mail1", "", ""));
        testing.journal.ended(flushed, new Tally(1, 0, 0, 0, 0), List.of());
        String left = plan(Verb.RETRY, target(4));
        testing.journal.leave(left);

        ActionsViewModel model = model(testing.gate());
        assertThat(model.rows().get())
                .extracting(row -> row.record().id())
                .containsExactly(left, flushed, held);
        assertThat(model.rows().get())
                .extracting(row -> row.state(TIMES).toString() + " | " + row.outcome())
                .containsExactly(
                        "interrupted | It is found out when the server is connected to.",
                        "done | Postfix was asked to try it again.",
                        "done | Asked 2: 1 on hold, 1 gone before.");
        assertThat(model.waiting().get())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.state(TIMES).toString()).isEqualTo("deleted at 13:42, in 10:00");
                    assertThat(row.record().canBeUndone()).isTrue();
                });
        assertThat(model.note().get().toString()).isEqualTo("1");
        assertThat(model.isEmpty()).isFalse();

        now = now.plusSeconds(19);
        model.tick();
        assertThat(model.waiting().get().getFirst().state(TIMES).toString())
                .isEqualTo("deleted at 13:42, in 9:41");
        now = now.plus(Duration.ofMinutes(10));
        model.tick();
        assertThat(model.waiting().get().getFirst().state(TIMES).toString())
                .isEqualTo("being deleted");
    }

    @Test
    void aDeletionThatIsDueWaitsWhileItIsReadOnly() throws Exception {
        String deleted = plan(Verb.DELETE, target(3));
        testing.journal.postponed(deleted, now, new Tally(1, 0, 0, 0, 0), List.of());
        ActionGate gate = testing.gate();
        ActionsViewModel model = model(gate);
        gate.readOnly(true);
        ActionRow row = model.waiting().get().getFirst();
        assertThat(row.state(TIMES).toString()).isEqualTo("waits, read-only");
        assertThat(row.canBeUndone()).isFalse();
        gate.readOnly(false);
        assertThat(model.waiting().get().getFirst().canBeUndone()).isTrue();
    }

    @Test
    void followsTheDesk() throws Exception {
        ActionsViewModel model = model(testing.gate());
        assertThat(model.isEmpty()).isTrue();
        plan(Verb.HOLD, target(1));
        testing.desk.readOnly(false); // tells all who follow
        assertThat(model.rows().get()).hasSize(1);
    }

    @Test
    void aChangedJournalIsNamedByItsLine() throws Exception {
        plan(Verb.HOLD, target(1));
        String text = Files.readString(testing.journal.path());
        Files.writeString(testing.journal.path(), text.replace("spam", "ham!"));
        try (TestingDesk reopened = testing.again()) {
            assertThat(model(reopened.gate()).warning().get().toString())
                    .startsWith("Line 1 of the journal of actions is not as it was written.");
        }
    }

    @Test
    void saysWhyThereIsNoJournal() {
        ActionsViewModel model =
                model(ActionGate.closed(DisplayText.of("The journal can't be opened.")));
        assertThat(model.warning().get().toString()).isEqualTo("The journal can't be opened.");
        assertThat(model.rows().get()).isEmpty();
    }
}
