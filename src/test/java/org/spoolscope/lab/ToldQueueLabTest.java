package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.ServerSnapshot;

/// The queues of real Postfix instances, told by their logs after one listing, against what
/// `postqueue -j` says.
@Tag("lab")
final class ToldQueueLabTest {
    private static final long SEED = Long.getLong("spoolscope.told.seed", 20261129);
    private static final int ROUNDS = Integer.getInteger("spoolscope.told.rounds", 3);
    private static final int CAMPAIGN = 100;
    private static final int AT_ONCE = 12;

    /// A listing has whole seconds.
    private static final Duration SAME_TIME = Duration.ofSeconds(2);

    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final List<String> ON_IDS = List.of("-h", "-H", "-r", "-d", "-e");

    @RegisterExtension final Lab lab = new Lab();

    @BeforeEach
    void empty() {
        lab.empty();
    }

    @Test
    void isWhatPostqueueSays() throws Exception {
        Random random = new Random(SEED);
        lab.campaign(CAMPAIGN);
        try (WatchedLab watched = new WatchedLab(lab, lab.settings())) {
            ServerSnapshot first =
                    watched.await(server -> server.isToldByLog() && isAllTold(server));
            for (int round = 0; round < ROUNDS; round++) {
                String what = "seed %d, round %d".formatted(SEED, round);
                lab.campaign(CAMPAIGN);
                for (String option : shuffled(ON_IDS, random)) {
                    act(option, random);
                }
                if (round == 1) {
                    for (String directory : Lab.CONFIG_DIRECTORIES) {
                        var _ = lab.inside("postfix", "-c", directory, "stop");
                        var _ = lab.inside("postfix", "-c", directory, "start");
                    }
                }
                for (String directory : Lab.CONFIG_DIRECTORIES) {
                    var _ = lab.inside("postqueue", "-c", directory, "-f");
                }
                ServerSnapshot now = awaitEqual(watched, what);
                assertThat(now.listedAt())
                        .as(what + " " + now.queues())
                        .isEqualTo(first.listedAt());
            }
        }
    }

    private static boolean isAllTold(ServerSnapshot server) {
        return server.queues().stream()
                .allMatch(queue -> Objects.requireNonNull(queue.known()).log().wanted().isEmpty());
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /// On some messages of each instance.
    private void act(String option, Random random) {
        Lab.INSTANCES.forEach((instance, directory) -> {
            List<String> ids =
                    listed().values().stream()
                            .filter(message -> message.instance().equals(instance))
                            .map(message -> message.id().value())
                            .toList();
            String chosen =
                    shuffled(ids, random).stream().limit(AT_ONCE).collect(Collectors.joining("\n"));
            var _ =
                    lab.inside(
                            "sh",
                            "-c",
                            "printf '%s\\n' \"$1\" | postsuper -c \"$2\" $3 -",
                            "act",
                            chosen,
                            directory,
                            option);
        });
    }

    private ServerSnapshot awaitEqual(WatchedLab watched, String what) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Map<String, QueuedMessage> before = listed();
            Instant began = Instant.now();
            ServerSnapshot told = watched.await(server -> server.knownAt().isAfter(began));
            Map<String, QueuedMessage> after = listed();
            List<String> differences = differences(after, told);
            boolean quiet =
                    before.equals(after)
                            && after.values().stream()
                                    .noneMatch(one ->
                                            one.queue() == QueueName.ACTIVE
                                                    || one.queue() == QueueName.MAILDROP);
            if (quiet && (differences.isEmpty() || System.nanoTime() > until)) {
                assertThat(after).hasSizeGreaterThan(AT_ONCE);
                assertThat(differences).as(what).isEmpty();
                return told;
            }
        }
    }

    private static List<String> differences(
            Map<String, QueuedMessage> real, ServerSnapshot server) {
        Map<String, QueuedMessage> told =
                byKey(
                        server.queues().stream()
                                .map(queue -> Objects.requireNonNull(queue.known()))
                                .flatMap(known -> known.messages().stream()));
        List<String> differences = new ArrayList<>();
        real.forEach((key, message) -> {
            QueuedMessage ours = told.remove(key);
            if (ours == null) {
                differences.add("missing " + message);
            } else if (!isSame(message, ours)) {
                differences.add("differs: " + message + "\n    told: " + ours);
            }
        });
        told.values().forEach(message -> differences.add("not there: " + message));
        return differences;
    }

    private static boolean isSame(QueuedMessage real, QueuedMessage told) {
        return isSameQueue(real.queue(), told.queue())
                && real.size() == told.size()
                && real.sender().equals(told.sender())
                && real.forcedExpire() == told.forcedExpire()
                && isSameRecipients(real, told)
                && Duration.between(real.arrival(), told.arrival()).abs().compareTo(SAME_TIME) <= 0;
    }

    /// What the queue manager takes up while it is still being delivered is put aside in the
    /// incoming queue: the log calls it "skipped", and not where it is.
    private static boolean isSameQueue(QueueName real, QueueName told) {
        return real == told || real == QueueName.INCOMING && told == QueueName.DEFERRED;
    }

    /// Of a recipient that no attempt was made for yet, the log tells that there is one.
    private static boolean isSameRecipients(QueuedMessage real, QueuedMessage told) {
        Set<Recipient> missing = new HashSet<>(real.recipients());
        told.recipients().forEach(missing::remove);
        return real.recipients().containsAll(told.recipients())
                && missing.size() == told.recipientsUnknown()
                && missing.stream().allMatch(recipient -> recipient.reason() == null);
    }

    private static String key(QueuedMessage message) {
        return message.instance() + " " + message.id().value();
    }

    private Map<String, QueuedMessage> listed() {
        return byKey(lab.queue().stream());
    }

    private static Map<String, QueuedMessage> byKey(Stream<QueuedMessage> messages) {
        return messages.collect(
                Collectors.toMap(
                        ToldQueueLabTest::key, message -> message, (a, _) -> a, TreeMap::new));
    }
}
