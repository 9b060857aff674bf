package org.spoolscope.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class LaneTest {
    /// Runs nothing until told to.
    private static final class Steps implements Executor {
        private final Queue<Runnable> steps = new ArrayDeque<>();

        @Override
        public void execute(Runnable step) {
            steps.add(step);
        }

        void runOne() {
            steps.remove().run();
        }

        void runAll() {
            while (!steps.isEmpty()) {
                runOne();
            }
        }
    }

    private final Steps workers = new Steps();
    private final Steps screen = new Steps();
    private final List<Integer> worked = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Lane<Integer, String> lane =
            new Background(workers, screen)
                    .lane(
                            input -> {
                                worked.add(input);
                                return "answer " + input;
                            },
                            shown::add);

    @Test
    void theNewestInputWinsAndOneIsWorkedOnAtATime() {
        lane.submit(1);
        lane.submit(2);
        lane.submit(3);
        assertThat(workers.steps).hasSize(1);
        workers.runAll();
        screen.runAll();
        assertThat(worked).containsExactly(3);
        assertThat(shown).containsExactly("answer 3");
    }

    @Test
    void anAnswerThatIsNoLongerTheNewestIsStillShown() {
        lane.submit(1);
        workers.runOne();
        lane.submit(2);
        screen.runAll();
        workers.runAll();
        screen.runAll();
        assertThat(shown).containsExactly("answer 1", "answer 2");
    }

    @Test
    void aSupersededAnswerIsDropped() {
        lane.submit(1);
        workers.runOne();
        lane.supersede(2);
        screen.runAll();
        assertThat(shown).isEmpty();
        workers.runAll();
        screen.runAll();
        assertThat(shown).containsExactly("answer 2");
    }

    @Test
    void failedWorkDoesNotBlockTheLane() {
        Lane<Integer, Integer> dividing =
                new Background(workers, screen).lane(i -> 6 / i, i -> shown.add("" + i));
        dividing.submit(0);
        try {
            workers.runOne();
        } catch (ArithmeticException e) {
            shown.add("thrown");
        }
        dividing.submit(2);
        workers.runAll();
        screen.runAll();
        assertThat(shown).containsExactly("thrown", "3");
    }
}
