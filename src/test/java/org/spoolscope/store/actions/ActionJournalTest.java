package org.spoolscope.store.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.ActionRecord.State;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;

class ActionJournalTest {
    /// Later than any start of this program, which decides whether it is the one that began.
    private static final Instant NOON = Instant.parse("2100-11-29T12:00:00Z");

    private static final Instant ARRIVAL = Instant.parse("2100-11-29T11:00:00.123456Z");

    @TempDir Path folder;

    @Test
    void anActionIsWhatWasAskedAndWhatCameOfIt() throws IOException {
        Target first = target("3A1B2C4D5", 2_000);
        Target second = target("3A1B2C4D6", -1);
        try (ActionJournal journal = journal()) {
            String action = journal.plan(plan(Verb.HOLD, first, second));

            assertThat(only(journal).state()).isEqualTo(State.RUNNING);
            assertThat(journal.targets(action)).containsExactly(first, second);

            journal.began(action, "hold", "-", 2);
            journal.did(action, "hold", "-", 1);
            Outlier gone = new Outlier("-", second.id(), Result.GONE, "");
            journal.ended(action, new Tally(1, 1, 0, 0, 0), List.of(gone));

            assertThat(journal.steps(action)).containsExactly("hold");
            assertThat(only(journal))
                    .isEqualTo(
                            new ActionRecord(
                                    action,
                                    Verb.HOLD,
                                    "mail1",
                                    "anna",
                                    "spam from a form",
                                    "",
                                    2,
                                    NOON,
                                    NOON,
                                    null,
                                    State.DONE,
                                    new Tally(1, 1, 0, 0, 0),
                                    List.of(gone),
                                    null,
                                    null));
        }
    }

    @Test
    void allOfItIsThereAfterTheProgramEnded() throws IOException {
        Target target = target("3A1B2C4D5", 2_000);
        String action;
        ActionRecord before;
        try (ActionJournal journal = journal()) {
            action = journal.plan(plan(Verb.DELETE, target).grace(Duration.ofMinutes(5)));
            journal.postponed(action, NOON.plusSeconds(300), new Tally(1, 0, 0, 0, 0), List.of());
            before = only(journal);
        }
        try (ActionJournal journal = journal()) {
            assertThat(only(journal)).isEqualTo(before);
            assertThat(only(journal).state()).isEqualTo(State.WAITING);
            assertThat(only(journal).until()).isEqualTo(NOON.plusSeconds(300));
            assertThat(only(journal).canBeUndone()).isTrue();
            assertThat(journal.targets(action)).containsExactly(target);
        }
    }

    @Test
    void anActionThatTakesAnotherBackIsNamedThere() throws IOException {
        try (ActionJournal journal = journal()) {
            String held = journal.plan(plan(Verb.HOLD, target("3A1B2C4D5", 1)));
            journal.ended(held, new Tally(1, 0, 0, 0, 0), List.of());
            assertThat(only(journal).canBeUndone()).isTrue();

            String back = journal.plan(plan(Verb.RELEASE, target("3A1B2C4D5", 1)).undoing(held));

            assertThat(journal.records().getFirst().undoneBy()).isEqualTo(back);
            assertThat(journal.records().getFirst().canBeUndone()).isFalse();
            assertThat(journal.records().getLast().undoes()).isEqualTo(held);
        }
    }

    @Test
    void manyTargetsAndOutliersAreAllKept() throws IOException {
        List<Target> targets =
                IntStream.range(0, 2_500).mapToObj(i -> target("3A1B" + (10_000 + i), i)).toList();
        List<Outlier> outliers =
                targets.stream()
                        .limit(1_700)
                        .map(one -> new Outlier("-", one.id(), Result.FAILED, "x".repeat(500)))
                        .toList();
        try (ActionJournal journal = journal()) {
            String action = journal.plan(ActionPlan.on("mail1", Verb.HOLD, targets, "many"));
            journal.ended(action, new Tally(800, 0, 0, 0, 1_700), outliers);
        }
        try (ActionJournal journal = journal()) {
            assertThat(journal.targets(only(journal).id())).isEqualTo(targets);
            assertThat(only(journal).outliers()).hasSize(1_700);
            assertThat(only(journal).outliers().getLast().detail()).isEqualTo("x".repeat(200));
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        try (ActionJournal journal = journal()) {
            journal.plan(plan(Verb.HOLD, target("3A1B2C4D5", 1)));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.path())))
                    .isEqualTo("rw-------");
        }
    }

    /// Goal A9: each byte of the journal changed in turn is found, and the line is named.
    @Test
    void aChangedByteNamesItsLine() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        int line = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line++;
                continue;
            }
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            if (changed[i] == '\n') {
                continue;
            }
            Files.write(file, changed);
            try (ActionJournal journal = journal()) {
                // A line that lost its check sum looks cut short: the next one finds it.
                assertThat(journal.firstChangedLine())
                        .as("byte %s of line %s", i, line)
                        .isIn((long) line, line + 1L);
            }
        }
    }

    @Test
    void aLineThatIsTakenOutIsFound() throws IOException {
        Path file = written();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(1);
        Files.write(file, lines);
        try (ActionJournal journal = journal()) {
            assertThat(journal.firstChangedLine()).isEqualTo(2);
        }
    }

    /// A crash may leave any part of the last line.
    @Test
    void aLineThatWasCutShortHidesNothingElse() throws IOException {
        byte[] bytes = Files.readAllBytes(written());
        int last = new String(bytes, StandardCharsets.UTF_8).lastIndexOf('\n', bytes.length - 2);
        for (int end = last + 2; end < bytes.length; end++) {
            Path file = folder.resolve("actions.jsonl");
            Files.write(file, java.util.Arrays.copyOf(bytes, end));
            try (ActionJournal journal = journal()) {
                assertThat(only(journal).state()).as("cut at %s", end).isNotEqualTo(State.DONE);
                assertThat(journal.targets(only(journal).id())).hasSize(1);
                journal.plan(plan(Verb.RELEASE, target("3A1B2C4D5", 1)));
            }
            try (ActionJournal journal = journal()) {
                assertThat(journal.records()).as("cut at %s", end).hasSize(2);
                assertThat(journal.firstChangedLine()).as("cut at %s", end).isZero();
            }
        }
    }

    @Test
    void twoProgramsWriteToOneJournal() throws IOException {
        try (ActionJournal one = journal();
                ActionJournal other = journal()) {
            String first = one.plan(plan(Verb.HOLD, target("3A1B2C4D5", 1)));
            String second = other.plan(plan(Verb.RELEASE, target("3A1B2C4D6", 1)));
            one.ended(first, new Tally(1, 0, 0, 0, 0), List.of());
            other.ended(second, new Tally(0, 1, 0, 0, 0), List.of());

            assertThat(first).isNotEqualTo(second);
            assertThat(one.records()).isEqualTo(other.records()).hasSize(2);
            assertThat(one.records()).allMatch(record -> record.state() == State.DONE);
        }
        try (ActionJournal journal = journal()) {
            assertThat(journal.firstChangedLine()).isZero();
        }
    }

    @Test
    void whatALaterSpoolscopeWroteIsPassedOver() throws IOException {
        try (ActionJournal journal = journal()) {
            journal.plan(plan(Verb.HOLD, target("3A1B2C4D5", 1)));
        }
        try (JournalFile file = JournalFile.open(folder.resolve("actions.jsonl"))) {
            file.append(List.of(n -> "{\"n\":" + n + ",\"event\":\"seal\""), _ -> {});
        }
        try (ActionJournal journal = journal()) {
            assertThat(journal.records()).hasSize(1);
            assertThat(journal.firstChangedLine()).isZero();
        }
    }

    private Path written() throws IOException {
        try (ActionJournal journal = journal()) {
            String action = journal.plan(plan(Verb.HOLD, target("3A1B2C4D5", 1)));
            journal.began(action, "hold", "-", 1);
            journal.did(action, "hold", "-", 1);
            journal.ended(action, new Tally(1, 0, 0, 0, 0), List.of());
            return journal.path();
        }
    }

    private ActionJournal journal() throws IOException {
        return ActionJournal.open(folder, InstantSource.fixed(NOON), "anna");
    }

    private static ActionRecord only(ActionJournal journal) throws IOException {
        List<ActionRecord> records = journal.records();
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private static ActionPlan plan(Verb verb, Target... targets) {
        return ActionPlan.on("mail1", verb, List.of(targets), "spam from a form");
    }

    private static Target target(String id, long size) {
        return new Target("-", new QueueId(id), ARRIVAL, size, QueueName.DEFERRED);
    }
}
