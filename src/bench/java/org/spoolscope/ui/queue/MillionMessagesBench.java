package org.spoolscope.ui.queue;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.QueueGroups;
import org.spoolscope.postfix.filter.Filter;

/// A queue of a million messages: what it takes in memory, and how long filtering, sorting and
/// grouping take, in turn with `grep -c` over the same queue as `postqueue -j` prints it. How to
/// run it: docs/benchmarks.md.
public final class MillionMessagesBench {
    private static final int MESSAGES = 1_000_000;
    private static final int WARM_UP = 5;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String LONG_ID = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxy";

    private static final List<String> REASONS =
            List.of(
                    "host %s[%s] said: 421 4.7.28 Our system has detected an unusual rate of mail"
                            + " (in reply to end of DATA command)",
                    "connect to %s[%s]:25: Connection timed out",
                    "host %s[%s] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)",
                    "host %s[%s] refused to talk to me: 421 Too many connections",
                    "lost connection with %s[%s] while sending RCPT TO");

    private final Judgement judgement = LogSettings.builtIn().judgement();
    private final Map<String, double[]> millis = new LinkedHashMap<>();
    private final Path file;
    private final int rounds;

    private MillionMessagesBench(Path file, int rounds) {
        this.file = file;
        this.rounds = rounds;
    }

    /// Prints all figures.
    ///
    /// @param args a file to write the queue to, and how many rounds
    public static void main(String[] args) throws Exception {
        String[] words = args[0].split(" ");
        new MillionMessagesBench(Path.of(words[0]), Integer.parseInt(words[1])).run();
    }

    /// A fleet of one server with that queue.
    ///
    /// @param file written and deleted again
    public static FleetSnapshot fleet(Path file) throws IOException {
        MillionMessagesBench bench = new MillionMessagesBench(file, 0);
        bench.write(0);
        FleetSnapshot fleet = new FleetSnapshot(servers(bench.read()));
        Files.delete(file);
        return fleet;
    }

    private void run() throws Exception {
        write(0);
        System.out.printf(
                Locale.ROOT, "%.1f bytes of heap a message with one recipient%n", heapEach());
        write(MESSAGES / 20);
        System.out.printf(
                Locale.ROOT,
                "%.1f bytes of heap a message, 5 %% of them with three recipients%n",
                heapEach());
        QueueTable table = read();
        compare(table);
        Files.delete(file);
    }

    private void compare(QueueTable table) throws Exception {
        String rare = "recipient4711@";
        QueueRows rows = QueueRows.of(servers(table));
        for (int round = -WARM_UP; round < rounds; round++) {
            grep(rare, round);
            grep("nowhere", round);
            grep("unusual", round);
            filter(rows, rare, round);
            filter(rows, "nowhere", round);
            filter(rows, "unusual", round);
            for (QueueColumn column : QueueColumn.values()) {
                time(
                        "sort by " + column,
                        round,
                        () -> RowOrder.sorted(rows, column, true, NOW).size());
            }
            for (QueueGroups.By by : QueueGroups.By.values()) {
                time(
                        "group by " + by,
                        round,
                        () -> QueueGroups.of(rows.rows(), by, judgement).size());
            }
            time(
                    "whole answer",
                    round,
                    () ->
                            new QueueSearch(
                                            QueueQuery.EVERYTHING,
                                            servers(table),
                                            NOW,
                                            rows,
                                            judgement)
                                    .answer()
                                    .total());
        }
        System.out.printf(Locale.ROOT, "%-28s %8s  %s%n", "", "median", "against each grep");
        for (String what : millis.keySet()) {
            double median = median(what);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %5.0f ms  %5.2f x  %5.2f x  %5.2f x%n",
                    what,
                    median,
                    median / median("grep recipient4711@"),
                    median / median("grep nowhere"),
                    median / median("grep unusual"));
        }
    }

    private void grep(String text, int round) throws Exception {
        time(
                "grep " + text,
                round,
                () -> {
                    Process grep =
                            new ProcessBuilder("grep", "-c", "--", text, file.toString()).start();
                    int count =
                            Integer.parseInt(
                                    new String(
                                                    grep.getInputStream().readAllBytes(),
                                                    StandardCharsets.US_ASCII)
                                            .strip());
                    grep.waitFor();
                    return count;
                });
    }

    private void filter(QueueRows rows, String text, int round) throws Exception {
        Filter filter = Filter.parse(text, judgement);
        time("filter by " + text, round, () -> filter.of(rows.rows(), rows.servers(), NOW).size());
    }

    private void time(String what, int round, Work work) throws Exception {
        long begun = System.nanoTime();
        int result = work.run();
        double took = (System.nanoTime() - begun) / 1e6;
        if (round < 0) {
            if (round == -1) {
                System.out.printf(Locale.ROOT, "%s: %,d%n", what, result);
            }
            return;
        }
        millis.computeIfAbsent(what, _ -> new double[rounds])[round] = took;
    }

    private double median(String what) {
        double[] sorted = millis.getOrDefault(what, new double[1]).clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<ServerSnapshot> servers(QueueTable table) {
        ServerSnapshot server =
                TestingFleet.snapshot(
                        "mail1",
                        new Link.Online(NOW, null),
                        List.of(
                                new InstanceQueue(
                                        TestingFleet.instance("-"),
                                        KnownQueue.of(
                                                new QueueListing(
                                                        NOW, Duration.ZERO, table, true, 0)))));
        return new FleetSnapshot(List.of(server)).servers();
    }

    /// What is in use after collecting, with the table and without it.
    private double heapEach() throws IOException {
        long before = used();
        QueueTable table = read();
        try {
            return (double) (used() - before) / table.size();
        } finally {
            Reference.reachabilityFence(table);
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private QueueTable read() throws IOException {
        QueueTable.Editor editor = new QueueTable.Editor("-");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            new PostqueueJson("-").read(in, editor::put);
        }
        return editor.table();
    }

    /// Twenty thousand senders, six thousand domains of very different weight, the hosts of each;
    /// ids of both forms.
    private void write(int withSeveral) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < MESSAGES; i++) {
                List<String> recipients = new ArrayList<>();
                for (int n = i < withSeveral ? 3 : 1; n > 0; n--) {
                    recipients.add(recipient(random, i));
                }
                out.write(
                        String.format(
                                Locale.ROOT,
                                "{\"queue_name\": \"%s\", \"queue_id\": \"%s\", \"arrival_time\":"
                                        + " %d, \"message_size\": %d, \"forced_expire\": false,"
                                        + " \"sender\": \"%s\", \"recipients\": [%s]}%n",
                                random.nextInt(20) == 0 ? "active" : "deferred",
                                id(random, i),
                                NOW.getEpochSecond() - random.nextInt(432_000),
                                600 + (long) (Math.exp(random.nextDouble() * 8) * 300),
                                sender(random),
                                String.join(", ", recipients)));
            }
        }
    }

    private static String recipient(Random random, int number) {
        int domain = (int) (6_000 * Math.pow(random.nextDouble(), 4));
        String host = "mx" + random.nextInt(3) + ".domain" + domain + ".example";
        return String.format(
                Locale.ROOT,
                "{\"address\": \"recipient%d@domain%d.example\", \"delay_reason\": \"%s\"}",
                number,
                domain,
                REASONS.get(domain % REASONS.size()).formatted(host, "192.0.2." + domain % 250));
    }

    private static String sender(Random random) {
        return random.nextInt(4) == 0
                ? "newsletter@news.example.org"
                : "person" + random.nextInt(20_000) + "@example.org";
    }

    private static String id(Random random, int number) {
        if (number % 2 == 0) {
            return String.format(
                    Locale.ROOT, "%05X%X", random.nextInt(1_000_000), 4_000_000 + number);
        }
        StringBuilder id = new StringBuilder("4j");
        for (int i = 0; i < 8; i++) {
            id.append(LONG_ID.charAt(random.nextInt(LONG_ID.length())));
        }
        id.append('z');
        for (int rest = number + 100_000; rest > 0; rest /= LONG_ID.length()) {
            id.append(LONG_ID.charAt(rest % LONG_ID.length()));
        }
        return id.toString();
    }

    @FunctionalInterface
    private interface Work {
        int run() throws Exception;
    }
}
