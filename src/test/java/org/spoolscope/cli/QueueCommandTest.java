package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueCommandTest {
    @TempDir Path folder;
    private final TestingPostfix postfix = new TestingPostfix();
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        postfix.answer("list-json", 0, resource("listing.jsonl"), "");
        cli = new TestingCli(folder, postfix);
    }

    @AfterEach
    void stop() {
        cli.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    queue-table.txt | queue mail1
                    queue.jsonl     | queue mail1 --json
                    queue-shape.txt | queue mail1 --shape
                    queue-shape.jsonl | queue mail1 --shape --json
                    queue-domain.txt | queue mail1 --group domain
                    queue-reason.jsonl | queue --json mail1 --group REASON
                    queue-sender.txt | queue mail1 --group sender
                    queue-filter.txt | queue mail1 queue:deferred -from:news* age>1h
                    """)
    void printsTo(String golden, String line) {
        TestingCli.Run run = cli.run(line.split(" "));

        assertThat(run.out()).isEqualTo(resource(golden));
        assertThat(run.status()).isZero();
    }

    @Test
    void showsNothingThatSteersTheTerminal() {
        for (String option : new String[] {"--color=never", "--json", "--group=sender"}) {
            assertThat(cli.run("queue", "mail1", option).out().codePoints().filter(c -> c != '\n'))
                    .allMatch(c ->
                            !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT);
        }
    }

    @Test
    void countsWhatWasNotUnderstood() {
        postfix.answer("list-json", 0, resource("listing.jsonl") + "{\"queue_na\nnonsense\n", "");

        TestingCli.Run run = cli.run("queue", "mail1", "--json");

        assertThat(run.out()).isEqualTo(resource("queue.jsonl"));
        assertThat(run.err())
                .isEqualTo("-: 2 records of the listing were not understood and are left out.\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void keepsInstancesApart() {
        postfix.answer("probe", 0, TestingPostfix.PROBE + TestingPostfix.SECOND_INSTANCE, "");
        postfix.answer("list-json '/etc/postfix'", 0, message("AAAAAA0001"), "");
        postfix.answer("list-json '/etc/postfix-out'", 0, message("AAAAAA0001"), "");

        assertThat(cli.run("queue", "mail1", "--json").out())
                .isEqualTo(
                        """
                        {"server":"mail1","queue":"active","id":"AAAAAA0001","arrival":"2026-03-01T12:59:00+01:00","size":10,"sender":"","recipients":[],"forced_expire":false,"expires":{"earliest":"2026-03-06T12:59:00+01:00","latest":"2026-03-06T14:10:41+01:00"}}
                        {"server":"mail1","instance":"postfix-out","queue":"active","id":"AAAAAA0001","arrival":"2026-03-01T12:59:00+01:00","size":10,"sender":"","recipients":[],"forced_expire":false,"expires":{"earliest":"2026-03-06T12:59:00+01:00","latest":"2026-03-06T14:10:41+01:00"}}
                        """);
        assertThat(cli.run("queue", "mail1").out())
                .isEqualTo(
                        """
                        INSTANCE     QUEUE     ID                AGE     SIZE  SENDER  RECIPIENTS  REASON
                        -            active    AAAAAA0001      1 min     10 B  <>
                        postfix-out  active    AAAAAA0001      1 min     10 B  <>
                        """);
    }

    @Test
    void looksOnlyAtTheInstanceThatIsConfigured() throws Exception {
        postfix.answer("probe", 0, TestingPostfix.PROBE + TestingPostfix.SECOND_INSTANCE, "");
        postfix.answer("list-json '/etc/postfix-out'", 0, message("BBBBBB0002"), "");
        cli.configure("instance = \"postfix-out\"");
        assertThat(cli.run("queue", "mail1", "--json").out())
                .contains("BBBBBB0002")
                .doesNotContain("\"instance\":\"-\"")
                .hasLineCount(1);

        cli.configure("instance = \"postfix-in\"");
        TestingCli.Run run = cli.run("queue", "mail1");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .isEqualTo(
                        "mail1: no Postfix instance is called \"postfix-in\" there, or it is disabled."
                                + " Known are: -, postfix-out\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    69 | fatal: User ops(1000) is not allowed to view the mail queue | 4 | mail1: The account ops may not list the queue of the default instance.
                    77 | no                                                          | 4 | mail1: The account ops may not list the queue of the default instance.
                    69 | fatal: Queue report unavailable - mail system is down       | 1 | mail1: Postfix is not running (the default instance).
                    70 | fatal: malformed showq server response                      | 1 | mail1: The queue of the default instance can't be listed.
                    127| sh: postqueue: not found                                    | 1 | mail1: Postfix's postqueue was not found on this server.
                    """)
    void saysWhyAQueueCantBeListed(int exit, String stderr, int status, String headline) {
        postfix.answer("list-json", exit, "", "postqueue: " + stderr + "\n");

        TestingCli.Run run = cli.run("queue", "mail1", "--json");

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.err().lines().findFirst()).contains(headline);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhereTheGrantThatIsMissingIsFound() {
        postfix.answer("list-json", 69, "", "User ops(1000) is not allowed to view the mail queue");

        assertThat(cli.run("queue", "mail1").err())
                .contains(
                        "put ops in front of the names in its authorized_mailq_users",
                        "spoolscope doctor");
    }

    @Test
    void saysWhenThereIsNoPostfix() {
        postfix.answer("probe", 0, "user\tops\nsystem\tLinux 6.1\npostqueue\t\n", "");

        TestingCli.Run run = cli.run("queue", "mail1");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD);
        assertThat(run.err())
                .startsWith("mail1: Postfix's postqueue was not found on this server.");
    }

    @Test
    void marksTheColumnOfAMistakeInTheFilter() {
        TestingCli.Run run = cli.run("queue", "mail1", "from:å日本", "age>2x");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err().lines().toList())
                .hasSize(3)
                .satisfies(lines -> {
                    assertThat(lines.getFirst()).startsWith("The filter is wrong at column ");
                    assertThat(lines.get(1)).isEqualTo("  from:å日本 age>2x");
                    assertThat(lines.get(2)).isEqualTo("                  ^");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -- -hold                 | 5
                    not hold                 | 5
                    -queue:hold -v           | 4
                    queue:hold or to:ann@*   | 2
                    """)
    void takesAMinusForNot(String filter, int messages) {
        assertThat(cli.run(("queue mail1 --json " + filter).split(" ")).out())
                .hasLineCount(messages);
    }

    @Test
    void saysHowToWriteAFilterThatLooksLikeAnOption() {
        TestingCli.Run run = cli.run("queue", "mail1", "-hold");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("If it is a part of the filter, put -- before the filter.");
    }

    @Test
    void refusesAnUnknownOption() {
        TestingCli.Run run = cli.run("queue", "mail1", "--jsn");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .isEqualTo("spoolscope: there is no option --jsn. Try: spoolscope queue --help\n");
    }

    @Test
    void endsQuietlyWhenTheReaderHasSeenEnough() {
        postfix.answer("list-json", 0, message("AAAAAA0001").repeat(5000), "");

        TestingCli.Run run = cli.run(new ClosedPipe(), "queue", "mail1", "--json");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
    }

    private static String message(String id) {
        return "{\"queue_name\": \"active\", \"queue_id\": \""
                + id
                + "\", \"arrival_time\": 1772366340, \"message_size\": 10, \"forced_expire\": false,"
                + " \"sender\": \"MAILER-DAEMON\", \"recipients\": []}\n";
    }

    static String resource(String name) {
        try (InputStream in = QueueCommandTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// What `| head` leaves behind.
    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
