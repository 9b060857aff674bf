package org.spoolscope.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Work of one kind, at most one at a time, newest input first: inputs that come while one is
/// worked on replace each other.
///
/// Answers arrive in the order of their inputs. An answer whose input has been superseded
/// ([#supersede], such as by another filter text) is dropped; one that is merely no longer the
/// newest ([#submit], such as the next snapshot) is still shown, so that a fast stream never
/// starves the screen.
public final class Lane<I, R> {
    private record Job<I>(I input, long era) {}

    private final Executor workers;
    private final Executor screen;
    private final Function<I, R> work;
    private final Consumer<R> answer;

    private @Nullable Job<I> waiting;
    private boolean busy;
    private long era;

    Lane(Executor workers, Executor screen, Function<I, R> work, Consumer<R> answer) {
        this.workers = workers;
        this.screen = screen;
        this.work = work;
        this.answer = answer;
    }

    /// Works on `input` next; an answer under way will still be shown. Any thread.
    public void submit(I input) {
        offer(input, false);
    }

    /// Works on `input` next; an answer under way is outdated by it and dropped. Any thread.
    public void supersede(I input) {
        offer(input, true);
    }

    private synchronized void offer(I input, boolean supersedes) {
        if (supersedes) {
            era++;
        }
        waiting = new Job<>(input, era);
        if (!busy) {
            start();
        }
    }

    private void work() {
        Job<I> job = take();
        if (job == null) {
            return;
        }
        try {
            R result = work.apply(job.input());
            screen.execute(() -> {
                if (isCurrent(job)) {
                    answer.accept(result);
                }
            });
        } finally {
            workNext();
        }
    }

    private synchronized @Nullable Job<I> take() {
        Job<I> job = waiting;
        waiting = null;
        busy = job != null;
        return job;
    }

    private synchronized void workNext() {
        busy = false;
        if (waiting != null) {
            start();
        }
    }

    private void start() {
        busy = true;
        try {
            workers.execute(this::work);
        } catch (RejectedExecutionException e) {
            busy = false; // the window is closing, and nobody waits for the answer
        }
    }

    private synchronized boolean isCurrent(Job<I> job) {
        return job.era() == era;
    }
}
