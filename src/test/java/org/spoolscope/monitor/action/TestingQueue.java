package org.spoolscope.monitor.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.Target;
import org.spoolscope.ssh.RemoteShell;

/// A server with a queue in memory, which the commands really change. Thread-safe.
public final class TestingQueue implements RemoteShell {
    private static final Pattern CALL =
            Pattern.compile(".*' spoolscope-([a-z-]+)((?: '[^']*')*)$", Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'");

    /// What the `probe` command prints.
    public static final String PROBE =
            """
            user\tops
            system\tLinux 6.1.0-28-amd64
            postqueue\t/usr/sbin/postqueue
            mail_version\t3.7.11
            myhostname\tmail1.example.no
            queue_directory\t/var/spool/postfix
            maillog_file\t
            instance\t-\t-\ty\t/etc/postfix
            """;

    /// A message.
    ///
    /// @param expires forced to
    public record Entry(
            QueueName queue, long arrival, long size, boolean expires, boolean delivered) {
        public Entry in(QueueName other) {
            return new Entry(other, arrival, size, expires, delivered);
        }
    }

    private final Map<QueueId, Entry> entries = new LinkedHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Consumer<String> before = _ -> {};
    private Consumer<String> after = _ -> {};
    private boolean refusing;

    /// Told of each call, with its arguments, before it does anything, and after.
    synchronized void watch(Consumer<String> begun, Consumer<String> done) {
        before = begun;
        after = done;
    }

    public synchronized void refuse() {
        refusing = true;
    }

    public synchronized List<Target> add(QueueName queue, int messages) {
        List<Target> added = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            QueueId id = new QueueId(String.format("%05X%d", entries.size(), 10_000 + i));
            put(id, new Entry(queue, 1_700_000_000 + i, 1_000 + i, false, false));
            added.add(target(id));
        }
        return added;
    }

    synchronized void put(QueueId id, Entry entry) {
        entries.put(id, entry);
    }

    synchronized void remove(QueueId id) {
        entries.remove(id);
    }

    public synchronized Map<QueueId, Entry> entries() {
        return Map.copyOf(entries);
    }

    /// The queue becomes what it was.
    synchronized void restore(Map<QueueId, Entry> other) {
        entries.clear();
        entries.putAll(other);
    }

    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized Target target(QueueId id) {
        Entry entry = Objects.requireNonNull(entries.get(id));
        return new Target(
                "-",
                id,
                java.time.Instant.ofEpochSecond(entry.arrival()),
                entry.size(),
                entry.queue());
    }

    @Override
    public int run(String line, InputStream stdin, OutputStream stdout, OutputStream stderr)
            throws IOException {
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            return 127;
        }
        List<String> words = new ArrayList<>(List.of(call.group(1)));
        ARGUMENT.matcher(call.group(2)).results().forEach(word -> words.add(word.group(1)));
        String text = String.join(" ", words);
        byte[] input =
                List.of("postsuper", "retry").contains(words.getFirst())
                        ? stdin.readAllBytes()
                        : new byte[0];
        Consumer<String> begun;
        Consumer<String> done;
        synchronized (this) {
            calls.add(text);
            begun = before;
            done = after;
        }
        begun.accept(text);
        StringBuilder out = new StringBuilder();
        int status = answer(words, new String(input, StandardCharsets.UTF_8), out);
        done.accept(text);
        stdout.write(out.toString().getBytes(StandardCharsets.UTF_8));
        return status;
    }

    private synchronized int answer(List<String> words, String input, StringBuilder out) {
        switch (words.getFirst()) {
            case "probe" -> out.append(PROBE);
            case "list-json" -> entries.forEach((id, entry) -> list(id, entry, out));
            case "postsuper" -> {
                if (refusing) {
                    out.append("sudo: a password is required\n");
                    return 1;
                }
                change(words.get(2), input.lines().map(QueueId::new).toList(), out);
            }
            case "retry" -> input.lines().forEach(id -> out.append(id).append("\t0\t\n"));
            case "flush" -> {}
            default -> {
                return 127;
            }
        }
        return 0;
    }

    private static void list(QueueId id, Entry entry, StringBuilder out) {
        out.append(
                """
                {"queue_name": "%s", "queue_id": "%s", "arrival_time": %d, "message_size": %d, \
                "forced_expire": %s, "sender": "news@example.com", "recipients": [%s]}
                """
                        .formatted(
                                entry.queue().label(),
                                id,
                                entry.arrival(),
                                entry.size(),
                                entry.expires(),
                                entry.delivered() ? "" : "{\"address\": \"a@example.net\"}"));
    }

    private void change(String step, List<QueueId> ids, StringBuilder out) {
        int changed = 0;
        for (QueueId id : ids) {
            Entry entry = entries.get(id);
            if (entry == null || !applies(step, entry)) {
                continue;
            }
            changed++;
            switch (step) {
                case "hold" -> entries.put(id, entry.in(QueueName.HOLD));
                case "release" -> entries.put(id, entry.in(QueueName.DEFERRED));
                case "expire" ->
                        entries.put(
                                id,
                                new Entry(
                                        entry.queue(),
                                        entry.arrival(),
                                        entry.size(),
                                        true,
                                        entry.delivered()));
                default -> entries.remove(id);
            }
            out.append("postsuper: ").append(id).append(": ").append(report(step)).append('\n');
        }
        out.append("postsuper: ").append(step).append(": ").append(changed).append(" messages\n");
    }

    private static boolean applies(String step, Entry entry) {
        boolean held = entry.queue() == QueueName.HOLD;
        return switch (step) {
            case "hold" -> !held;
            case "release", "delete" -> held;
            default -> true;
        };
    }

    private static String report(String step) {
        return switch (step) {
            case "hold" -> "placed on hold";
            case "release" -> "released from hold";
            case "requeue" -> "requeued";
            case "expire" -> "expired";
            default -> "removed";
        };
    }
}
