package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.spoolscope.model.LogGap;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.monitor.follow.LoggedServer;
import org.spoolscope.postfix.follow.LogPosition;

/// One sequence of what happens to one log, and a client that follows it over the lab's sshd and is
/// now and then started anew; in the end, what was read is compared with the model.
final class ModelLane implements AutoCloseable, LoggedServer.Reader {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final FollowSettings SETTINGS = FollowingClient.QUICK.withQuiet(QUIET);

    /// A logger is told of a rotation long before the old file is let go.
    private static final Duration TOLD_WITHIN = Duration.ofMillis(700);

    /// The others are played on demand.
    private static final List<String> KINDS =
            List.of(System.getProperty("spoolscope.follow.kinds", "RENAMING").split(","));

    private static final int ACTS = 60;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private final Lab lab;
    private final Path folder;
    private final String path;
    private final String name;
    private final Random random;
    private final LoggedServer.Kind kind;
    private final List<String> before = new ArrayList<>();
    private final List<LogGap.Cause> gapsBefore = new ArrayList<>();
    private FollowingClient client;
    private int restarts;

    ModelLane(Lab lab, int seed) throws IOException {
        this.lab = lab;
        this.folder = lab.folder.resolve("log/follow/" + seed);
        this.path = "/var/log/follow/" + seed + "/mail.log";
        this.random = new Random(seed);
        this.kind = LoggedServer.Kind.valueOf(KINDS.get(seed % KINDS.size()));
        this.name = kind + " seed " + seed;
        Files.createDirectories(folder);
        this.client = new FollowingClient(lab, SETTINGS, LogPosition.NONE.text(), path);
    }

    /// Plays it to its end.
    ///
    /// @return how many lines were written
    int play() throws IOException, InterruptedException {
        try (LoggedServer server = new LoggedServer(this, random, kind)) {
            // Where reading begins is chosen at the first look.
            server.settle();
            FollowingClient.await(() -> client.position().contains("open "), () -> name);
            long told = System.nanoTime();
            for (int act = 0; act < ACTS; act++) {
                server.act();
                if (System.nanoTime() - told > TOLD_WITHIN.toNanos()) {
                    server.settle();
                    told = System.nanoTime();
                }
                if (random.nextInt(20) == 0) {
                    server.tell("RESTART");
                    restart();
                }
                Sleeper.REAL.sleep(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
            }
            server.settle();
            Set<String> expected = new HashSet<>(server.written());
            expected.removeAll(server.mayBeLost());
            FollowingClient.await(
                    () -> new HashSet<>(lines()).containsAll(expected),
                    () -> name + missing(expected) + server.story());
            check(server);
            return server.written().size();
        }
    }

    private String missing(Set<String> expected) {
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(lines());
        List<Integer> numbers =
                missing.stream()
                        .map(line -> Integer.valueOf(line.substring(0, line.indexOf(' '))))
                        .sorted()
                        .toList();
        return " misses %d lines, %d to %d; gaps %s, troubles %s, position %s: "
                .formatted(
                        numbers.size(),
                        numbers.getFirst(),
                        numbers.getLast(),
                        gaps(),
                        client.troubles(),
                        position());
    }

    /// How often the client was started anew.
    int restarts() {
        return restarts;
    }

    private void check(LoggedServer server) throws InterruptedException {
        // What came twice would come now.
        Sleeper.REAL.sleep(Duration.ofMillis(300));
        String story = name + ": " + server.story();
        List<String> lines = lines();
        Set<String> read = new HashSet<>(lines);
        Set<String> lost = new HashSet<>(server.written());
        Set<String> other = new HashSet<>(read);
        other.removeAll(lost);
        assertThat(other).as("nothing else: %s", story).isEmpty();
        lost.removeAll(read);
        Set<String> seen = new HashSet<>();
        assertThat(lines.stream().filter(line -> !seen.add(line)))
                .as("nothing twice (gaps %s, position %s): %s", gaps(), position(), story)
                .isEmpty();
        Set<String> missed = new HashSet<>(lost);
        missed.removeAll(server.mayBeLost());
        assertThat(missed).as("nothing else lost (gaps %s): %s", gaps(), story).isEmpty();
        if (lost.stream().anyMatch(server.mustBeTold()::contains)) {
            // The client may have been started anew just now, and be connecting.
            FollowingClient.await(
                    () -> !gaps().isEmpty(),
                    () -> lost.size() + " lines lost, and no gap told: " + story + position());
        }
        if (kind == LoggedServer.Kind.RENAMING) {
            assertThat(gaps()).as(story).isEmpty();
        }
    }

    private void restart() {
        client.close();
        before.addAll(client.lines());
        gapsBefore.addAll(client.gaps());
        client = new FollowingClient(lab, SETTINGS, client.position(), path);
        restarts++;
    }

    private List<LogGap.Cause> gaps() {
        List<LogGap.Cause> all = new ArrayList<>(gapsBefore);
        all.addAll(client.gaps());
        return all;
    }

    @Override
    public Path log() {
        return folder.resolve("mail.log");
    }

    @Override
    public List<String> lines() {
        List<String> all = new ArrayList<>(before);
        all.addAll(client.lines());
        return all;
    }

    @Override
    public String position() {
        return client.position();
    }

    /// Seldom so long that a file is let go.
    @Override
    public void pass() {
        Duration time = random.nextInt(8) == 0 ? QUIET.plusMillis(500) : Duration.ofMillis(100);
        try {
            Sleeper.REAL.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        Lab.delete(folder);
    }
}
