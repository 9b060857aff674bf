package org.spoolscope.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.host.HostCommands;
import org.spoolscope.monitor.Sleeper;

/// What the lab's tools say several times a second, until this is closed.
final class ToolFrames implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Process tools;
    private final Process sampler;
    private final OpenSsh ssh;
    private final List<ToolFrame> frames = new ArrayList<>();
    private final CompletableFuture<Void> reading;
    private volatile boolean closed;

    ToolFrames(Lab lab) throws IOException {
        ssh = new OpenSsh(new LabLogin(lab.folder, lab.port));
        sampler = ssh.start(HostCommands.SAMPLE.call("/var/spool/postfix").execLine());
        tools = lab.start("sh", "-c", ToolFrame.SCRIPT);
        reading = CompletableFuture.runAsync(this::read, Thread::startVirtualThread);
    }

    private void read() {
        try (BufferedReader answers = reader(tools);
                BufferedReader samples = reader(sampler)) {
            var _ = answer(samples);
            while (!closed) {
                long asked = System.nanoTime();
                ask(sampler, "s");
                var _ = answer(samples);
                double roundTrip = (System.nanoTime() - asked) / 1e6;
                long millis = System.currentTimeMillis();
                ask(tools, "");
                add(ToolFrame.of(millis, roundTrip, answer(answers)));
                Sleeper.REAL.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void ask(Process process, String word) throws IOException {
        OutputStream words = process.getOutputStream();
        words.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        words.flush();
    }

    private static List<String> answer(BufferedReader lines) throws IOException {
        List<String> answer = new ArrayList<>();
        for (String line = lines.readLine();
                line != null && !line.equals(".");
                line = lines.readLine()) {
            answer.add(line);
        }
        return answer;
    }

    private synchronized void add(ToolFrame frame) {
        frames.add(frame);
        notifyAll();
    }

    /// Those from one moment to another, and one more on either side; waits for the later one.
    synchronized List<ToolFrame> between(long fromMillis, long toMillis)
            throws InterruptedException {
        while (frames.isEmpty() || frames.getLast().millis() <= toMillis) {
            if (reading.isDone()) {
                reading.join();
            }
            wait(1_000);
        }
        int from = 0;
        while (from + 1 < frames.size() && frames.get(from + 1).millis() <= fromMillis) {
            from++;
        }
        int to = from;
        while (frames.get(to).millis() <= toMillis) {
            to++;
        }
        return List.copyOf(frames.subList(from, to + 1));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        reading.join();
        tools.getOutputStream().close();
        sampler.getOutputStream().close();
        tools.onExit().join();
        sampler.onExit().join();
        ssh.close();
    }
}
