package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.action.TestingQueue;
import org.spoolscope.store.actions.ActionJournal;

class ActCommandTest {
    @TempDir Path folder;

    private final TestingQueue queue = new TestingQueue();
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new TestingCli(folder, queue);
    }

    @AfterEach
    void stop() {
        cli.close();
    }

    @Test
    void holdsWhatAFilterFindsAndTakesItBack() {
        List<Target> targets = queue.add(QueueName.DEFERRED, 2);

        TestingCli.Run held =
                cli.run("hold", "mail1", "from:news@example.com", "--json", "--reason=spam");

        assertThat(held.status()).isZero();
        assertThat(held.out())
                .isEqualTo(
                        """
                        {"server":"mail1","id":"%s","asked":"hold","result":"changed"}
                        {"server":"mail1","id":"%s","asked":"hold","result":"changed"}
                        {"action":"a1","verb":"hold","asked":2,"changed":2,"gone":0,"mismatch":0,\
                        "refused":0,"failed":0,"undo":true}
                        """
                                .formatted(targets.get(0).id(), targets.get(1).id()));
        assertThat(held(2)).isTrue();

        TestingCli.Run undone = cli.run("undo", "a1");

        assertThat(undone.status()).isZero();
        assertThat(undone.out()).isEqualTo("Asked 2: 2 released.\n");
        assertThat(held(0)).isTrue();
        TestingCli.Run again = cli.run("undo", "a1");
        assertThat(again.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(again.err()).contains("a1 (Hold) can't be taken back, or was already");
        assertThat(cli.run("actions").out())
                .contains("hold", "taken back", "Asked 2: 2 on hold.", "spam")
                .contains("release", "done", "Asked 2: 2 released.");
    }

    @Test
    void saysThatWhatIsUnderWayIsDeliveredAllTheSame() {
        queue.add(QueueName.ACTIVE, 1);
        queue.add(QueueName.DEFERRED, 1);

        TestingCli.Run run = cli.run("hold", "mail1", "from:news@example.com");

        assertThat(run.out()).isEqualTo("Asked 2: 2 on hold.\n");
        assertThat(run.err())
                .startsWith(
                        "Postfix had one of them in hand: a delivery that was under way is finished"
                                + " all the same, once.\n");
        assertThat(cli.run("release", "mail1", "queue:hold").err()).doesNotContain("under way");
    }

    @Test
    void aDryRunTouchesNothing() {
        queue.add(QueueName.DEFERRED, 2);
        var before = queue.entries();

        TestingCli.Run run = cli.run("delete", "mail1", "queue:deferred", "--dry-run", "--json");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.contains("\"id\":"));
        assertThat(run.err())
                .contains("mail1: Delete 2 messages")
                .contains("The messages go on hold at once and are removed for good after 10 min.")
                .contains("Senders: news@example.com (2)")
                .contains("Recipient domains: example.net (2)")
                .contains("This can be undone for 10 min");
        assertThat(queue.entries()).isEqualTo(before);
        assertThat(cli.run("actions", "--json").out()).isEmpty();
    }

    @Test
    void nothingIsBegunOrUndoneWhileItIsReadOnly() {
        queue.add(QueueName.DEFERRED, 2);
        assertThat(cli.run("hold", "mail1", "queue:deferred").status()).isZero();
        var before = queue.entries();
        for (List<String> command :
                List.of(
                        List.of("release", "mail1", "queue:hold"),
                        List.of("delete", "mail1", "queue:hold"),
                        List.of("flush", "mail1"),
                        List.of("undo", "a1"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add("--read-only");

            TestingCli.Run run = cli.run(arguments.toArray(new String[0]));

            assertThat(run.status()).as("%s", command).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err())
                    .as("%s", command)
                    .isEqualTo("Spoolscope is read-only: nothing is changed anywhere.\n");
        }
        assertThat(queue.entries()).isEqualTo(before);
        assertThat(cli.run("actions").out().lines()).hasSize(2); // with its heading
        assertThat(cli.run("delete", "mail1", "queue:hold", "--dry-run", "--read-only").err())
                .contains("mail1: Delete 2 messages");
    }

    @Test
    void aDeletionThatIsDueWaitsWhileItIsReadOnly() throws IOException {
        List<Target> targets = queue.add(QueueName.HOLD, 2);
        try (ActionJournal journal =
                ActionJournal.open(folder, InstantSource.fixed(TestingCli.NOW), "anna")) {
            String action = journal.plan(ActionPlan.on("mail1", Verb.DELETE, targets, "a test"));
            Tally tally = new Tally(2, 0, 0, 0, 0);
            journal.postponed(action, TestingCli.NOW.minusSeconds(1), tally, List.of());
        }

        TestingCli.Run waits = cli.run("actions", "--due", "--read-only");

        assertThat(waits.status()).isZero();
        assertThat(waits.err()).isEqualTo("mail1 is read-only: deletions that are due wait.\n");
        assertThat(queue.entries()).hasSize(2);
        assertThat(cli.run("actions", "--due").out()).isEqualTo("Asked 2: 2 deleted.\n");
        assertThat(queue.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "expire", "requeue"})
    void whatCantBeTakenBackNeedsAYesWhereNobodyIsThere(String verb) {
        queue.add(QueueName.DEFERRED, 2);
        var before = queue.entries();

        TestingCli.Run run = cli.run(verb, "mail1", "queue:deferred");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("say --yes");
        assertThat(queue.entries()).isEqualTo(before);
    }

    @Test
    void aPersonIsAskedAndManyMessagesAreToBeCounted() {
        queue.add(QueueName.DEFERRED, 51);
        cli.sitDown("yes");
        TestingCli.Run no = cli.run("delete", "mail1", "queue:deferred", "--grace=0s");
        assertThat(no.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(no.err()).contains("Type 51 to go on:").contains("Nothing was done.");
        assertThat(queue.entries()).hasSize(51);

        cli.sitDown("51");
        TestingCli.Run run = cli.run("delete", "mail1", "queue:deferred", "--grace=0s");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("Asked 51: 51 deleted.\n");
        assertThat(queue.entries()).isEmpty();
    }

    @Test
    void idsComeFromAFileAndThoseThatAreNotThereAreGone() throws IOException {
        List<Target> targets = queue.add(QueueName.DEFERRED, 3);
        Path ids = folder.resolve("ids");
        Files.writeString(ids, targets.get(1).id() + "\n\n  ABCDEF99  \n");

        TestingCli.Run run = cli.run("hold", "mail1", "--ids", ids.toString(), "--json");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(run.out())
                .contains(
                        "{\"server\":\"mail1\",\"id\":\"%s\",\"asked\":\"hold\",\"result\":\"changed\"}"
                                .formatted(targets.get(1).id()))
                .contains(
                        "{\"server\":\"mail1\",\"id\":\"ABCDEF99\",\"asked\":\"hold\",\"result\":\"gone\"}");
        assertThat(held(1)).isTrue();
    }

    @Test
    void everythingIsNeverMeantByAccident() {
        queue.add(QueueName.DEFERRED, 2);

        assertThat(cli.run("hold", "mail1").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.run("hold", "mail1", "").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.run("hold", "mail1", "x", "--ids", "-").status())
                .isEqualTo(ExitStatus.USAGE);
        assertThat(held(0)).isTrue();
        assertThat(queue.calls()).isEmpty();
    }

    /// Goal A2: nothing that is no queue id gets as far as the wire.
    @Test
    void hostileIdsAreRefusedBeforeTheServerIsConnectedTo() throws IOException {
        List<String> hostile =
                new ArrayList<>(
                        List.of(
                                "ALL",
                                "all",
                                "-",
                                "-d",
                                "-d ALL",
                                "--yes",
                                "$(id)",
                                "`id`",
                                "3A1B2C4D5;id",
                                "3A1B2C4D5 ALL",
                                "3A1B2C4D5\tALL",
                                "3A1B2C4D5\0",
                                "3A1B2C4D5\u0007",
                                "../../etc/passwd",
                                "/etc/passwd",
                                "3A1B2*",
                                "3A1B2?",
                                "'",
                                "\"",
                                "3A1B2C4D5'",
                                "٣٤٥٦٧٨٩",
                                "３Ａ１Ｂ２Ｃ４Ｄ５",
                                "3A1B2C4D\u202E5",
                                "3A1B2C4D\u200B5",
                                "é3A1B2C4D",
                                "A".repeat(65),
                                "A".repeat(5_000),
                                "ABCDE",
                                "3A1B2_C4D5"));
        Random random = new Random(5);
        while (hostile.size() < 200) {
            StringBuilder id = new StringBuilder("3A1B2C4D5");
            // Anything but letters, digits, line ends and what is stripped off.
            char bad = (char) (0x21 + random.nextInt(0xD7));
            if (!Character.isLetterOrDigit(bad) && !Character.isWhitespace(bad)) {
                hostile.add(id.insert(1 + random.nextInt(8), bad).toString());
            }
        }
        for (String id : hostile) {
            Path ids = folder.resolve("ids");
            Files.writeString(ids, "3A1B2C4D5\n" + id + "\n");

            TestingCli.Run run = cli.run("hold", "mail1", "--ids", ids.toString());

            assertThat(run.status()).as(id).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err()).as(id).contains("line 2 is no queue id");
        }
        assertThat(queue.calls()).isEmpty();
    }

    @Test
    void aRefusalSaysSoWithItsOwnStatus() {
        queue.add(QueueName.DEFERRED, 2);
        queue.refuse();

        TestingCli.Run run = cli.run("hold", "mail1", "queue:deferred");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_ALLOWED);
        assertThat(run.out()).startsWith("Asked 2: 0 on hold, 2 refused.\n");
        assertThat(run.err()).contains("sudo: a password is required");
    }

    @Test
    void tooManySingleRetriesAreBetterAFlush() {
        queue.add(QueueName.DEFERRED, 101);

        TestingCli.Run run = cli.run("retry", "mail1", "queue:deferred");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("spoolscope flush mail1");
        assertThat(queue.calls()).noneMatch(call -> call.startsWith("retry"));
    }

    @Test
    void whatMatchesNothingIsSaid() {
        queue.add(QueueName.HOLD, 2);

        TestingCli.Run run = cli.run("hold", "mail1", "age>0s");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("2 on hold, left alone");
    }

    @Test
    void flushes() {
        TestingCli.Run run = cli.run("flush", "mail1", "--site=example.com");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("Flushed: Postfix tries its deferred mail now.\n");
        assertThat(queue.calls()).contains("flush /etc/postfix example.com");
        assertThat(cli.run("flush", "mail1", "--site=-f").status()).isEqualTo(ExitStatus.USAGE);
    }

    private boolean held(int messages) {
        return queue.entries().values().stream()
                        .filter(entry -> entry.queue() == QueueName.HOLD)
                        .count()
                == messages;
    }
}
