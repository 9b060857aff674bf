package org.spoolscope.postfix.queue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// A log that is written line by line, and the queues that are told by it.
final class TestingQueue {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final LiveQueue live;
    private final LogParser parser =
            new LogParser(ZoneOffset.UTC, InstantSource.fixed(START.plusSeconds(86_400)));
    private final LogLine line = new LogLine();

    /// Of two instances.
    TestingQueue() {
        this(new LiveQueue(Map.of("postfix", "-", "postfix-out", "out"), false));
    }

    TestingQueue(LiveQueue live) {
        this.live = live;
        live.upToDate();
    }

    /// @param seconds after [#START]
    static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /// @param at seconds after [#START]
    /// @param text such as `qmgr: ABCDEF1: removed`; of another instance `postfix-out/qmgr: …`, of
    ///   a process `postsuper[7]: …`
    TestingQueue line(double at, String text) {
        return line(at(at), text);
    }

    TestingQueue line(Instant at, String text) {
        String[] parts = text.split(": ", 2);
        String program = parts[0].contains("/") ? parts[0] : "postfix/" + parts[0];
        String tag = program.endsWith("]") ? program : program + "[123]";
        byte[] bytes =
                (at.toString().replace("Z", "+00:00") + " mail1 " + tag + ": " + parts[1])
                        .getBytes(StandardCharsets.UTF_8);
        parser.parse(bytes, 0, bytes.length, line);
        live.fold(line);
        return this;
    }

    void listingBegan() {
        live.listingBegan("-", micros(START));
    }

    /// A message comes over SMTP and is taken up by the queue manager.
    TestingQueue comes(double at, String id, int recipients) {
        return comes(at, "postfix", id, recipients);
    }

    TestingQueue comes(double at, String syslog, String id, int recipients) {
        line(at, syslog + "/smtpd: " + id + ": client=unknown[192.0.2.9]");
        line(at + 0.1, syslog + "/cleanup: " + id + ": message-id=<" + id + "@example.org>");
        return queued(at + 0.2, syslog, id, recipients);
    }

    TestingQueue queued(double at, String id, int recipients) {
        return queued(at, "postfix", id, recipients);
    }

    private TestingQueue queued(double at, String syslog, String id, int recipients) {
        return line(
                at,
                "%s/qmgr: %s: from=<s@example.org>, size=4200, nrcpt=%d (queue active)"
                        .formatted(syslog, id, recipients));
    }

    TestingQueue tried(double at, String id, String to, String status) {
        return tried(at, id, "<" + to + ">", "mx1.example.net[192.0.2.1]:25", status, "slow down");
    }

    TestingQueue tried(
            double at, String id, String to, String relay, String status, String reason) {
        return line(
                at,
                "%s: %s: to=%s, relay=%s, delay=10, delays=8/0.2/0.8/1, dsn=4.0.0, status=%s (%s)"
                        .formatted(
                                relay.equals("local") ? "local" : "smtp",
                                id,
                                to,
                                relay,
                                status,
                                reason));
    }

    /// A listing that began and ended at these times, merged at once.
    TestingQueue lists(double at, QueuedMessage... messages) {
        listingBegan();
        live.listed("-", listing(at, messages), Duration.ZERO);
        live.idleUntil(micros(at(at + 3)));
        return this;
    }

    static QueueListing listing(double at, QueuedMessage... messages) {
        return new QueueListing(
                at(at), Duration.ofMillis(50), QueueTable.of(List.of(messages)), true, 0);
    }

    /// As a listing has it: whole seconds, and each recipient with a reason or without one.
    static QueuedMessage row(QueueName queue, String id, double arrival, String... recipients) {
        return new QueuedMessage(
                "-",
                queue,
                new QueueId(id),
                at(arrival).truncatedTo(ChronoUnit.SECONDS),
                4_200,
                "s@example.org",
                List.of(recipients).stream()
                        .map(text -> text.split(" ", 2))
                        .map(parts -> new Recipient(parts[0], parts.length > 1 ? parts[1] : null))
                        .toList(),
                false);
    }

    QueueState state() {
        return state("-");
    }

    QueueState state(String instance) {
        return live.snapshot().stream()
                .filter(state -> state.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    QueueCounts counts() {
        return state().messages().counts();
    }

    @Nullable QueuedMessage message(String id) {
        return state().messages().find(new QueueId(id));
    }

    /// `DEFERRED a@example.net=slow down +2`: the queue, known recipients, how many unknown.
    String told(String id) {
        QueuedMessage message = message(id);
        if (message == null) {
            return "none";
        }
        return message.queue()
                + message.recipients().stream()
                        .map(to ->
                                " " + to.address() + (to.reason() == null ? "" : "=" + to.reason()))
                        .collect(Collectors.joining())
                + (message.recipientsUnknown() == 0 ? "" : " +" + message.recipientsUnknown());
    }
}
