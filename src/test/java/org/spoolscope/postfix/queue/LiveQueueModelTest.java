package org.spoolscope.postfix.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Against a queue that is simulated, whose log is read late and loses lines, and which is listed
/// while it changes.
class LiveQueueModelTest {
    private static final int SEQUENCES = Integer.getInteger("spoolscope.queue.sequences", 1_500);
    private static final long FIRST = Long.getLong("spoolscope.queue.seed", 1);
    private static final int STEPS = 120;

    @Test
    void tellsTheTruthWheneverNoListingIsCalledFor() {
        int compared = 0;
        for (long seed = FIRST; seed < FIRST + SEQUENCES; seed++) {
            SimulatedQueue queue = new SimulatedQueue(seed);
            for (int step = 0; step < STEPS; step++) {
                queue.step();
                QueueState state = queue.told.state();
                if (queue.isSettled() && state.complete() && state.wanted().isEmpty()) {
                    assertTrue(queue, "seed %d, step %d".formatted(seed, step));
                    compared++;
                }
            }
            queue.rest();
            assertThat(queue.listAsLongAsWanted()).as("seed %d", seed).isTrue();
            assertTrue(queue, "seed " + seed + " at rest");
            queue.calmDown();
            for (int step = 0; step < STEPS; step++) {
                queue.step();
                if (queue.isSettled()) {
                    assertTrue(queue, "seed %d, calm step %d".formatted(seed, step));
                    compared++;
                }
            }
            queue.rest();
            assertTrue(queue, "seed " + seed + " at rest again");
            assertThat(queue.told.state().wanted()).as("seed %d", seed).isEmpty();
        }
        assertThat(compared).isGreaterThan(10 * SEQUENCES);
    }

    private static void assertTrue(SimulatedQueue queue, String when) {
        Map<String, String> expected = new HashMap<>();
        for (QueuedMessage message : queue.truth()) {
            expected.put(message.id().value(), words(message));
        }
        Map<String, String> told = new HashMap<>();
        Map<String, Set<String>> addresses = new HashMap<>();
        queue.truth().forEach(mail -> addresses.put(mail.id().value(), addresses(mail)));
        for (QueuedMessage message : queue.told.state().messages()) {
            if (SimulatedQueue.isTold(message.queue())) {
                told.put(message.id().value(), words(message));
                if (message.recipientsUnknown() == 0) {
                    assertThat(addresses(message))
                            .as(() -> when + " " + story(queue, message.id().value()))
                            .isEqualTo(addresses.get(message.id().value()));
                }
            }
        }
        assertThat(told)
                .as(() -> when + "\n" + String.join("\n", queue.history))
                .isEqualTo(expected);
    }

    private static String story(SimulatedQueue queue, String id) {
        return queue.history.stream()
                .filter(line -> line.contains(id) || line.contains("list"))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> addresses(QueuedMessage message) {
        return message.recipients().stream().map(Recipient::address).collect(Collectors.toSet());
    }

    private static String words(QueuedMessage message) {
        return "%s %d s@example.org %d %d%s"
                .formatted(
                        message.queue(),
                        message.size(),
                        message.arrival().getEpochSecond(),
                        message.recipientCount(),
                        message.forcedExpire() ? " expires" : "");
    }
}
