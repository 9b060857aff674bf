package org.spoolscope.dns.deliverability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// A resolver in memory that knows the records that a test gives it, in the form in which
/// [DnsReply] has them; what has no record does not exist. Answers at once, or when the test says
/// so. Used by one thread.
final class TestingRecords implements DnsClient {
    private static final Duration TTL = Duration.ofMinutes(1);

    private final Map<DnsQuestion, DnsReply> replies = new HashMap<>();
    private final List<DnsQuestion> asked = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holds;

    /// @param line such as `example.org TXT v=spf1 -all`; one more of the same name and type is
    ///   added to it
    TestingRecords with(String line) {
        String[] parts = line.split(" ", 3);
        DnsQuestion question = question(parts[0], DnsQuestion.Type.valueOf(parts[1]));
        List<String> values = new ArrayList<>();
        if (replies.get(question) instanceof DnsReply.Records(var before, _)) {
            values.addAll(before);
        }
        values.add(parts[2]);
        replies.put(question, new DnsReply.Records(values, TTL));
        return this;
    }

    TestingRecords failing(String name, DnsQuestion.Type type, DnsReply reply) {
        replies.put(question(name, type), reply);
        return this;
    }

    TestingRecords servfail(String name, DnsQuestion.Type type) {
        return failing(name, type, new DnsReply.Failed("SERVFAIL"));
    }

    TestingRecords silent(String name, DnsQuestion.Type type) {
        return failing(name, type, new DnsReply.Silent(Duration.ofSeconds(5)));
    }

    /// From now on answers wait for [#release].
    TestingRecords holding() {
        holds = true;
        return this;
    }

    /// Gives the oldest answer that waits.
    void release() {
        held.removeFirst().run();
    }

    int waiting() {
        return held.size();
    }

    List<DnsQuestion> asked() {
        return List.copyOf(asked);
    }

    long asked(DnsQuestion.Type type) {
        return asked.stream().filter(question -> question.type() == type).count();
    }

    /// What a check finds with these records, which it must do without waiting.
    List<Finding> run(DnsCheck check) {
        return check.run(new Lookups(this, 8)).getNow(List.of());
    }

    /// The same, each only by its outcome.
    List<Outcome> outcomes(DnsCheck check) {
        return run(check).stream().map(Finding::outcome).toList();
    }

    @Override
    public String resolver() {
        return "records of a test";
    }

    @Override
    public CompletableFuture<DnsReply> ask(DnsQuestion question) {
        asked.add(question);
        DnsReply reply = replies.getOrDefault(question, absent(question.name()));
        if (!holds) {
            return CompletableFuture.completedFuture(reply);
        }
        CompletableFuture<DnsReply> answer = new CompletableFuture<>();
        held.add(() -> answer.complete(reply));
        return answer;
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private DnsReply absent(String name) {
        boolean exists =
                Arrays.stream(DnsQuestion.Type.values())
                        .anyMatch(type -> replies.containsKey(question(name, type)));
        return exists ? new DnsReply.NoData(TTL) : new DnsReply.NoName(TTL);
    }

    private static DnsQuestion question(String name, DnsQuestion.Type type) {
        return new DnsQuestion(name.toLowerCase(Locale.ROOT), type);
    }
}
