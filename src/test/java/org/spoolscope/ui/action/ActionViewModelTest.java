package org.spoolscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.fx.Background;

/// One action, without a toolkit: this thread stands for the JavaFX thread.
class ActionViewModelTest {
    private final InstantSource clock = InstantSource.fixed(TestingMessages.NOW);
    private final TestingDesk testing = new TestingDesk(clock);
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Background background = new Background(work::add, screen::add);

    @AfterEach
    void close() {
        testing.close();
    }

    private ActionViewModel ask(Verb verb, Chosen chosen) {
        ActionViewModel model =
                new ActionViewModel(
                        () -> Proposal.of(verb, chosen, _ -> true),
                        new ActionStarter(testing.desk, background),
                        background);
        assertThat(model.stage().get()).isEqualTo(ActionViewModel.Stage.COUNTING);
        assertThat(model.mayStart().get()).isFalse();
        worked();
        return model;
    }

    /// The background does what it was given, and what it answers comes to the screen.
    private void worked() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
        for (Runnable next = screen.poll(); next != null; next = screen.poll()) {
            next.run();
        }
    }

    private void awaitEnd(ActionViewModel model) throws InterruptedException {
        while (model.stage().get() != ActionViewModel.Stage.OVER) {
            Runnable next = screen.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("the outcome").isNotNull();
            next.run();
        }
    }

    @Test
    void isAskedAndCarriedOutOnTheMessagesOfThatMoment() throws Exception {
        List<QueuedMessage> queue = new ArrayList<>();
        queue.add(TestingMessages.message(1, QueueName.DEFERRED, "example.com"));
        List<QueuedMessage> asked = List.copyOf(queue);
        ActionViewModel model =
                ask(Verb.HOLD, each -> asked.forEach(one -> each.accept("mail1", one)));
        assertThat(model.stage().get()).isEqualTo(ActionViewModel.Stage.ASKING);
        assertThat(model.mayStart().get()).isTrue();
        model.reason().set("  the provider is down ");
        model.start();
        assertThat(model.mayStart().get()).isFalse();
        model.start();
        worked();
        awaitEnd(model);
        assertThat(testing.desk.records())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.reason()).isEqualTo("the provider is down");
                    assertThat(record.asked()).isEqualTo(1);
                    assertThat(record.user()).isEqualTo("kari");
                });
        assertThat(testing.journal.targets("a1"))
                .extracting(target -> target.id().value())
                .containsExactly("4A0000001");
    }

    @Test
    void saysWhenWhatCameOfItIsNotKnown() throws Exception {
        ActionViewModel model = ask(Verb.HOLD, TestingMessages.deferred("mail1", 3));
        model.start();
        worked();
        awaitEnd(model);
        assertThat(model.isClean()).isFalse();
        assertThat(model.ends())
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.words().toString()).startsWith("The link was lost");
                    assertThat(end.canBeUndone()).isFalse();
                    assertThat(end.outliers()).isEmpty();
                });
        assertThat(testing.desk.records())
                .singleElement()
                .extracting(ActionRecord::state)
                .isEqualTo(ActionRecord.State.INTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "1,200", " 1 200 ", "1.200", "1200"})
    void destructiveOnesOfManyWantTheirNumber(String typed) {
        ActionViewModel model = ask(Verb.DELETE, TestingMessages.deferred("mail1", 1_200));
        assertThat(model.mayStart().get()).isFalse();
        model.count().set(typed);
        assertThat(model.mayStart().get()).isEqualTo(!typed.equals("60"));
        model.count().set("");
        model.start();
        worked();
        assertThat(model.stage().get()).isEqualTo(ActionViewModel.Stage.ASKING);
    }

    @Test
    void tooManyRetriesAndNothingAtAllAreNotBegun() throws IOException {
        ActionViewModel many = ask(Verb.RETRY, TestingMessages.deferred("mail1", 101));
        ActionViewModel none = ask(Verb.RELEASE, TestingMessages.deferred("mail1", 2));
        for (ActionViewModel model : List.of(many, none)) {
            assertThat(model.mayStart().get()).isFalse();
            model.start();
        }
        worked();
        assertThat(testing.desk.records()).isEmpty();
    }

    @Test
    void aDeletionHasTheTimeOfGraceThatWasChosen() throws Exception {
        ActionViewModel model = ask(Verb.DELETE, TestingMessages.deferred("mail1", 2));
        assertThat(model.grace().get()).isEqualTo(Duration.ofMinutes(10));
        model.grace().set(Duration.ofHours(1));
        model.start();
        worked();
        assertThat(model.runs())
                .singleElement()
                .extracting(run -> run.plan().grace())
                .isEqualTo(Duration.ofHours(1));
        awaitEnd(model);
    }

    @Test
    void isRefusedWhereItIsReadOnlyAndMayBeTriedAgain() {
        ActionViewModel model = ask(Verb.HOLD, TestingMessages.deferred("mail1", 3));
        testing.desk.readOnly(true);
        model.start();
        worked();
        assertThat(model.problem().get().toString())
                .isEqualTo("Spoolscope is read-only: nothing is changed anywhere.");
        assertThat(model.stage().get()).isEqualTo(ActionViewModel.Stage.ASKING);
        assertThat(model.mayStart().get()).isTrue();
    }
}
