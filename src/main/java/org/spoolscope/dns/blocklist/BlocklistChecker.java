package org.spoolscope.dns.blocklist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.dns.blocklist.Controls.Family;
import org.spoolscope.dns.blocklist.Questions.Told;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;

/// Asks blocklists through one resolver. A list is believed only while its control probes pass;
/// these run at the same time as the first question. What was answered is remembered here, so that
/// one checker is to be kept for each resolver. Threading: for any thread; answers are completed by
/// the client's thread, and what is done then must not block.
public final class BlocklistChecker {
    private static final int TXT = 500;

    private final DnsClient client;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Questions questions;
    private final Controls controls;

    /// @param client stays the caller's, to close
    public BlocklistChecker(
            DnsClient client, Catalogue catalogue, Limits limits, InstantSource clock) {
        this(client, catalogue, limits, clock, System::nanoTime);
    }

    BlocklistChecker(
            DnsClient client,
            Catalogue catalogue,
            Limits limits,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.client = client;
        this.catalogue = catalogue;
        this.clock = clock;
        Pacer pacer =
                new Pacer(
                        client,
                        limits,
                        nanoTime,
                        pause -> CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS));
        this.questions = new Questions(pacer, limits, clock);
        this.controls = new Controls(questions, pacer, catalogue, clock, new SecureRandom());
    }

    /// What a list says. The answer never fails: what goes wrong is a verdict.
    ///
    /// @throws IllegalArgumentException the list can't be asked about that, see [Subject#fits], or
    ///   its key is missing
    public CompletableFuture<ListCheck> check(Subject subject, Blocklist list) {
        if (!subject.fits(list) || !catalogue.canBeAsked(list)) {
            throw new IllegalArgumentException(list.name() + " can't be asked about that");
        }
        if (list.dead()) {
            Answer dead = new Answer(Verdict.DEAD, List.of(), list.note());
            return CompletableFuture.completedFuture(check(subject, list, dead, unasked(), ""));
        }
        CompletableFuture<Health> health = controls.health(list, Family.of(subject));
        if (health.isDone() && !health.join().isWorthAsking()) {
            Answer known = believed(new Answer(Verdict.CLEAN, List.of(), ""), health.join());
            return CompletableFuture.completedFuture(check(subject, list, known, unasked(), ""));
        }
        return ask(subject, list, DnsQuestion.Type.A)
                .thenCombine(health, Believed::new)
                .thenCompose(answer -> judge(subject, list, answer));
    }

    /// An answer, and how far it counts.
    private record Believed(Told told, Health health) {}

    private CompletableFuture<ListCheck> judge(Subject subject, Blocklist list, Believed found) {
        Told told = found.told();
        Answer answer = believed(Answer.of(told.reply(), list), found.health());
        if (answer.verdict() != Verdict.LISTED && answer.verdict() != Verdict.POLICY) {
            return CompletableFuture.completedFuture(check(subject, list, answer, told, ""));
        }
        return ask(subject, list, DnsQuestion.Type.TXT)
                .thenApply(
                        reason -> check(subject, list, answer, told, text(list, reason.reply())));
    }

    private CompletableFuture<Told> ask(Subject subject, Blocklist list, DnsQuestion.Type type) {
        String zone = catalogue.zoneToAsk(list);
        return questions.ask(zone, new DnsQuestion(subject.label() + "." + zone, type));
    }

    /// An answer counts as far as the list does. That it refused or was rewritten is known without
    /// probes.
    private static Answer believed(Answer answer, Health health) {
        if (health.isGood()
                || answer.verdict() == Verdict.REFUSED
                || answer.verdict() == Verdict.REWRITTEN) {
            return answer;
        }
        if (!answer.isEntry()) {
            return new Answer(health.verdict(), health.codes(), health.meaning());
        }
        return new Answer(
                health.verdict(), answer.codes(), health.meaning() + " (" + answer.meaning() + ")");
    }

    /// Why somebody could not be asked is told in words from outside, with the name at times: dig
    /// prints it when the network can't be reached.
    private ListCheck check(Subject subject, Blocklist list, Answer answer, Told told, String txt) {
        return new ListCheck(
                subject.text(),
                list.name(),
                list.zone(),
                list.kind(),
                answer.verdict(),
                answer.codes(),
                catalogue.hideKey(list, answer.meaning()),
                txt,
                client.resolver(),
                told.took(),
                told.at());
    }

    private Told unasked() {
        return new Told(new DnsReply.NoData(Duration.ZERO), clock.instant(), Duration.ZERO);
    }

    /// The reason, on one line, without a key that the list may have repeated.
    private String text(Blocklist list, DnsReply reply) {
        if (!(reply instanceof DnsReply.Records(List<String> values, _))) {
            return "";
        }
        String all = catalogue.hideKey(list, utf8(String.join(" ", values)));
        return all.substring(0, Math.min(all.length(), TXT));
    }

    private static String utf8(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return bytes;
        }
    }
}
