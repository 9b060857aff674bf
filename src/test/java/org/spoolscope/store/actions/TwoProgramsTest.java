package org.spoolscope.store.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;

/// The journal of two programs that run at the same time.
class TwoProgramsTest {
    private static final int ACTIONS = 150;

    @TempDir Path folder;

    /// Each appends, and reads what an action was asked for meanwhile, which opens the file anew.
    @Test
    void allThatBothWriteIsWhole() throws Exception {
        try (OtherProgram other = OtherProgram.start(Writer.class, folder.toString());
                ActionJournal journal = journal(folder)) {
            assertThat(other.line()).isEqualTo("writes");
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> write(journal, ACTIONS));
            while (!writing.isDone()) {
                assertThat(journal.targets("a1")).hasSize(1);
            }
            writing.join();
            assertThat(other.line()).isEqualTo("has written");
            assertThat(journal.records()).hasSize(2 * ACTIONS);
        }
        try (ActionJournal journal = journal(folder)) {
            assertThat(journal.firstChangedLine()).isZero();
            assertThat(journal.records())
                    .hasSize(2 * ACTIONS)
                    .allMatch(record -> record.state() == ActionRecord.State.DONE);
        }
    }

    @Test
    void oneOfThemActsOnAServerUntilItIsKilled() throws Exception {
        try (OtherProgram other =
                        OtherProgram.start(OtherConsole.class, folder.toString(), "mail1", "a1");
                ActionJournal journal = journal(folder)) {
            assertThat(other.line()).isEqualTo("mail1");

            assertThat(journal.turn("mail1")).isEmpty();
            try (Turn _ = journal.turn("mail2").orElseThrow()) {
                assertThat(journal.turn("mail2")).isEmpty();
            }
            other.kill();
            try (Turn _ = journal.turn("mail1").orElseThrow()) {
                assertThat(journal.turn("mail1")).isEmpty();
            }
            assertThat(journal.turn("mail1")).isPresent();
        }
    }

    private static void write(ActionJournal journal, int actions) {
        Target target =
                new Target("-", new QueueId("3A1B2C4D5"), Instant.EPOCH, 2_000, QueueName.DEFERRED);
        ActionPlan plan = ActionPlan.on("mail1", Verb.HOLD, List.of(target), "a test");
        try {
            for (int i = 0; i < actions; i++) {
                journal.ended(journal.plan(plan), new Tally(1, 0, 0, 0, 0), List.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ActionJournal journal(Path folder) throws IOException {
        return ActionJournal.open(folder, InstantSource.system(), "anna");
    }

    /// The other program.
    static final class Writer {
        private Writer() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            try (ActionJournal journal = journal(Path.of(arguments[0]))) {
                write(journal, 1);
                System.out.println("writes");
                write(journal, ACTIONS - 1);
            }
            System.out.println("has written");
        }
    }
}
