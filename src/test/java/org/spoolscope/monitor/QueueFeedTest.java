package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.queue.QueueState;

class QueueFeedTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instance INSTANCE = new Instance("-", "-", true, "/etc/postfix");
    private static final LogSource LOG = new LogSource.File("/var/log/mail.log", "");
    private static final LogSource UNREADABLE =
            new LogSource.Unreadable("/var/log/mail-out.log", "", "");
    private static final long MUCH = 65L << 20;

    private final Inbox inbox = new Inbox();
    private final NextLook nextLook = new NextLook();
    private final LogParser parser =
            new LogParser(ZoneOffset.UTC, InstantSource.fixed(NOW.plusSeconds(3600)));
    private Instant now = NOW;
    private QueueFeed feed;

    @BeforeEach
    void start() {
        feed = feed(ServerConfig.of("mail1", "mail1.example.org"));
        begin(LOG);
    }

    private QueueFeed feed(ServerConfig server) {
        return new QueueFeed(
                server,
                inbox,
                nextLook,
                Duration.ZERO,
                () -> now,
                () -> Duration.between(NOW, now).toNanos());
    }

    /// @param syslogName what it is called in the log
    private static Instance other(String syslogName) {
        return new Instance("postfix-out", "mta", true, "/etc/postfix-out")
                .with(InstanceSettings.defaults(syslogName.equals("postfix") ? "-" : syslogName));
    }

    @Test
    void aListingAndTheLogTellTheQueue() throws Exception {
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.LISTINGS);
        list();
        assertThat(feed.isTelling()).isFalse();
        comes("AAAAAA1");
        pass(Duration.ofSeconds(3));

        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
        assertThat(state().messages().counts().active()).isEqualTo(1);
        assertThat(state().wanted()).isEmpty();
    }

    @Test
    void whatTheLogDoesNotTellCallsForAListing() throws Exception {
        tell();
        line("postfix/postsuper[7]: Deleted: 12 messages");
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.ONE_LISTING);
        list();
        // Another one is of no use before the log has been read so far.
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
        pass(Duration.ofSeconds(3));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
        line("postfix/smtpd[7]: AAAAAA1: client=unknown[192.0.2.9]");
        line("postfix/cleanup[8]: AAAAAA1: message-id=<a@example.org>");
        line(
                "postfix/smtpd[7]: AAAAAA1: hold: RCPT from unknown[192.0.2.9]: <x>: held;"
                        + " from=<s@example.org> to=<a@example.net> proto=ESMTP helo=<x>");
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.DETAILS);
    }

    @Test
    void whetherPostfixRunsIsLookedAtWhenItIsNotStartedAgain() throws Exception {
        tell();
        line("postfix/master[3]: terminating on signal 15");
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
        line("postfix/master[4]: daemon started -- version 3.7.11, configuration /etc/postfix");
        pass(Duration.ofSeconds(10));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
        line("postfix/master[4]: terminating on signal 15");
        pass(Duration.ofSeconds(6));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.ONE_LISTING);
        list();
        pass(Duration.ofSeconds(3));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
    }

    @Test
    void saysWhenAMessageLeftTheQueue() throws Exception {
        tell();
        comes("AAAAAA1");
        now = now.plusSeconds(7);
        line("postfix/qmgr[9]: AAAAAA1: removed");
        assertThat(feed.left("-", new QueueId("AAAAAA1"))).isEqualTo(NOW.plusSeconds(10));
        assertThat(feed.left("-", new QueueId("AAAAAA2"))).isNull();
        assertThat(feed.left("other", new QueueId("AAAAAA1"))).isNull();
    }

    @Test
    void aLinkThatComesBackNeedsNoListing() throws Exception {
        tell();
        feed.end();
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.LISTINGS);
        begin(LOG);
        assertThat(feed.isComplete()).isTrue();
        comes("AAAAAA1");
        pass(Duration.ofSeconds(1));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
        assertThat(state().messages().size()).isEqualTo(1);
    }

    @Test
    void withALogThatCantBeReadItIsListedAgainAndAgain() throws Exception {
        tell();
        begin(LOG, UNREADABLE);
        list();
        pass(Duration.ofSeconds(3));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.LISTINGS);
    }

    /// Only one of two is watched, and both write to one log.
    @Test
    void linesOfAnInstanceThatIsNotWatchedAreNotTaken() throws Exception {
        feed = feed(ServerConfig.of("mail1", "mail1.example.org").withInstance("-"));
        begin(List.of(INSTANCE, other("postfix-out")), LOG);
        tell();
        line("postfix-out/smtpd[7]: AAAAAA1: client=unknown[192.0.2.9]");
        line("postfix-out/qmgr[9]: AAAAAA1: from=<s@example.org>, size=42, nrcpt=1 (queue active)");
        assertThat(state().messages().size()).isZero();
    }

    @Test
    void instancesOfOneNameAreListedAgainAndAgain() throws Exception {
        begin(List.of(INSTANCE, other("postfix")), LOG);
        list();
        pass(Duration.ofSeconds(3));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.LISTINGS);
    }

    /// A lost link: nothing is remembered for a listing that never ends.
    @Test
    void aListingThatEndsWithItsLinkIsForgotten() throws Exception {
        tell();
        feed.listingBegan(INSTANCE);
        feed.listingFailed(INSTANCE);
        feed.listed(
                INSTANCE, new QueueListing(now, Duration.ZERO, QueueTable.of(List.of()), true, 0));
        assertThat(feed.need()).isEqualTo(QueueFeed.Need.NONE);
    }

    @Test
    void farBehindAListingTellsSooner() throws Exception {
        tell();
        feed.behind(MUCH);
        comes("AAAAAA1");
        feed.behind(0);
        comes("AAAAAA2");
        pass(Duration.ofSeconds(1));

        assertThat(state().messages().size()).isEqualTo(1);
        assertThat(state().wanted()).isEqualTo(Set.of(ListingCause.NOT_READ));
    }

    @Test
    void whatIsLeftOutBeforeTheFirstListingIsNotMissed() throws Exception {
        feed.behind(MUCH);
        comes("AAAAAA1");
        now = now.plusSeconds(60);
        list();
        feed.behind(0);
        comes("AAAAAA2");
        pass(Duration.ofSeconds(3));

        assertThat(state().messages().size()).isEqualTo(1);
        assertThat(state().wanted()).isEmpty();
    }

    /// Somebody waits for what postsuper's lines say: the log is looked at before it is due.
    @Test
    void waitsForWhatTheLogTells() throws Exception {
        tell();
        comes("AAAAAA1");
        comes("AAAAAA2");
        CompletableFuture<Map<QueueId, QueuedMessage>> held = new CompletableFuture<>();
        Thread waiting =
                Thread.ofVirtual()
                        .start(() ->
                                held.complete(held(Duration.ofMinutes(1), "AAAAAA1", "AAAAAA2")));

        nextLook.pause(Duration.ofMinutes(1));
        line("postfix/postsuper[7]: AAAAAA1: placed on hold");
        pass(Duration.ofSeconds(1));
        nextLook.pause(Duration.ofMinutes(1));
        assertThat(held).isNotDone();
        line("postfix/postsuper[7]: AAAAAA2: placed on hold");
        pass(Duration.ofSeconds(1));

        assertThat(held.get(1, TimeUnit.MINUTES))
                .containsOnlyKeys(new QueueId("AAAAAA1"), new QueueId("AAAAAA2"))
                .allSatisfy((_, message) -> assertThat(message.size()).isEqualTo(4200));
        waiting.join();
    }

    @Test
    void whatTheLogDoesNotTellIsNotWaitedFor() throws Exception {
        tell();
        comes("AAAAAA1");
        line("postfix/postsuper[7]: AAAAAA1: placed on hold");
        pass(Duration.ofSeconds(1));
        // What was known before it was asked for may be over.
        now = now.plusSeconds(1);
        assertThat(held(Duration.ZERO, "AAAAAA1")).isEmpty();

        line("postfix/postsuper[7]: Deleted: 12 messages");
        assertThat(held(Duration.ofMinutes(1), "AAAAAA1")).isEmpty();
        begin(UNREADABLE);
        assertThat(held(Duration.ofMinutes(1), "AAAAAA1")).isEmpty();
    }

    private Map<QueueId, QueuedMessage> held(Duration patience, String... ids) {
        try {
            return feed.await(
                    "-",
                    Stream.of(ids).map(QueueId::new).toList(),
                    (_, message) -> message.queue() == QueueName.HOLD,
                    patience);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void begin(LogSource... sources) {
        begin(List.of(INSTANCE), sources);
    }

    private void begin(List<Instance> instances, LogSource... sources) {
        feed.begin(
                new ServerFacts(
                        "3.7.11", "", "", "", instances, "", "", ZoneOffset.UTC, Duration.ZERO),
                List.of(sources));
    }

    /// From here on the log tells an empty queue.
    private void tell() throws InterruptedException {
        list();
        pass(Duration.ofSeconds(3));
        assertThat(feed.isTelling()).isTrue();
    }

    private void list() {
        feed.listingBegan(INSTANCE);
        feed.listed(
                INSTANCE, new QueueListing(now, Duration.ZERO, QueueTable.of(List.of()), true, 0));
    }

    private void pass(Duration time) throws InterruptedException {
        now = now.plus(time);
        feed.upToDate(now, true);
    }

    private QueueState state() throws InterruptedException {
        pass(Duration.ofMillis(1));
        return inbox.take().stream()
                .filter(Observation.QueueTold.class::isInstance)
                .map(told -> ((Observation.QueueTold) told).states().getFirst())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private void comes(String id) {
        line("postfix/smtpd[7]: " + id + ": client=unknown[192.0.2.9]");
        line("postfix/cleanup[8]: " + id + ": message-id=<a@example.org>");
        line(
                "postfix/qmgr[9]: "
                        + id
                        + ": from=<s@example.org>, size=4200, nrcpt=1 (queue active)");
    }

    private void line(String text) {
        byte[] bytes = (now + " mail1 " + text).getBytes(StandardCharsets.UTF_8);
        LogLine line = new LogLine();
        parser.parse(bytes, 0, bytes.length, line);
        assertThat(Objects.requireNonNull(line.time())).isEqualTo(now);
        feed.fold(line);
    }
}
