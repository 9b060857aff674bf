package org.spoolscope.ui;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.blocklist.ListWatch;

/// Builds logs of made-up servers: read from a file and live unless said otherwise.
public final class TestingLog {
    public static final Instant NOW = Instant.parse("2026-03-13T13:32:07Z");
    public static final LogSource FILE =
            new LogSource.File("/var/log/mail.log", "Postfix writes it itself (maillog_file).");

    private List<LogSource> sources = List.of(FILE);
    private String trouble = "";
    private LogWindow.Writer window = new LogWindow.Writer(64 << 20);
    private long behind;
    private long lines;
    private long foreign;
    private long notUnderstood;
    private @Nullable MailRates rates;
    private List<DestinationFigures> destinations = List.of();
    private final List<LogGap> gaps = new ArrayList<>();

    public static TestingLog of() {
        return new TestingLog();
    }

    public TestingLog source(LogSource... where) {
        sources = List.of(where);
        return this;
    }

    public TestingLog trouble(String why) {
        trouble = why;
        return this;
    }

    public TestingLog keeping(long bytes) {
        window = new LogWindow.Writer(bytes);
        return this;
    }

    public TestingLog behind(long bytes) {
        behind = bytes;
        return this;
    }

    public TestingLog counted(long notUnderstoodLines, long foreignLines) {
        notUnderstood = notUnderstoodLines;
        foreign = foreignLines;
        return this;
    }

    public TestingLog gap(LogGap gap) {
        gaps.add(gap);
        return this;
    }

    public TestingLog line(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        window.add(bytes, 0, bytes.length);
        lines++;
        return this;
    }

    /// A line of Postfix's with a time and the usual header.
    public TestingLog line(Instant at, String host, String program, String text) {
        return line(
                at.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "+00:00")
                        + " "
                        + host
                        + " postfix/"
                        + program
                        + "[4711]: "
                        + text);
    }

    public TestingLog rates(MailRates rates) {
        this.rates = rates;
        return this;
    }

    public TestingLog destinations(DestinationFigures... figures) {
        destinations = List.of(figures);
        return this;
    }

    public LogSnapshot build() {
        return new LogSnapshot(
                sources,
                trouble,
                behind,
                lines,
                foreign,
                notUnderstood,
                window.window(),
                rates,
                destinations,
                List.of(),
                gaps);
    }

    /// The same server with this log.
    public static ServerSnapshot with(ServerSnapshot server, LogSnapshot log) {
        return new ServerSnapshot(
                server.config(),
                server.version(),
                server.at(),
                server.link(),
                server.facts(),
                server.queues(),
                server.host(),
                server.history(),
                server.growth(),
                server.troubles(),
                server.listingEvery(),
                log,
                ListWatch.NONE);
    }

    /// Messages as a campaign sends them, the newest at [#NOW]: about eleven lines each.
    public TestingLog campaign(String host, int messages) {
        Random random = new Random(host.hashCode());
        for (int i = 0; i < messages; i++) {
            message(host, random, i, NOW.minusMillis((messages - i) * 830L));
        }
        return this;
    }

    /// Of the `i`th message of a campaign: a long id, in the alphabet without vowels.
    public static String id(int i) {
        StringBuilder id = new StringBuilder("4jYLjV");
        for (int rest = i, place = 0; place < 4; place++, rest /= 20) {
            id.append("BCDFGHJKLMNPQRSTVWXY".charAt(rest % 20));
        }
        return id.append("zBxDf").toString();
    }

    private void message(String host, Random random, int i, Instant at) {
        String id = id(i);
        String to = "kunde" + random.nextInt(9_000) + "@";
        if (i % 3 == 0) {
            line(at, host, "smtpd", "connect from app1.shop.example[192.0.2.20]");
        }
        line(
                at.plusMillis(20),
                host,
                "smtpd",
                id
                        + ": client=app1.shop.example[192.0.2.20], sasl_method=PLAIN,"
                        + " sasl_username=app");
        line(at.plusMillis(60), host, "cleanup", id + ": message-id=<" + i + ".news@shop.example>");
        line(
                at.plusMillis(90),
                host,
                "qmgr",
                id + ": from=<news@shop.example>, size=4312, nrcpt=1 (queue active)");
        int kind = random.nextInt(20);
        String delays = ", delay=1.2, delays=0.18/0.06/0.43/0.53";
        if (kind < 12) {
            line(
                    at.plusMillis(700),
                    host,
                    "smtp",
                    id
                            + ": to=<"
                            + to
                            + "firma.example>, relay=mx.firma.example[198.51.100.7]:25"
                            + delays
                            + ", dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4XkP2)");
            line(at.plusMillis(710), host, "qmgr", id + ": removed");
        } else if (kind < 17) {
            line(
                    at.plusMillis(720),
                    host,
                    "smtp",
                    id
                            + ": to=<"
                            + to
                            + "gmail.example>, relay=mx1.gmail.example[198.51.100.26]:25"
                            + delays
                            + ", dsn=4.7.28, status=deferred (host mx1.gmail.example[198.51.100.26]"
                            + " said: 421-4.7.28 Our system has detected an unusual rate of"
                            + " unsolicited mail originating from your IP address. To protect our"
                            + " users, mail has been temporarily rate limited (in reply to end of"
                            + " DATA command))");
        } else if (kind < 19) {
            line(
                    at.plusMillis(740),
                    host,
                    "smtp",
                    id
                            + ": to=<"
                            + to
                            + "uni.example>, relay=mx.uni.example[203.0.113.5]:25"
                            + delays
                            + ", dsn=5.1.1, status=bounced (host mx.uni.example[203.0.113.5] said:"
                            + " 550 5.1.1 <"
                            + to
                            + "uni.example>: Recipient address rejected: User unknown (in reply to"
                            + " RCPT TO command))");
            line(
                    at.plusMillis(760),
                    host,
                    "bounce",
                    id + ": sender non-delivery notification: " + id(i + 100_000));
            line(at.plusMillis(770), host, "qmgr", id + ": removed");
        } else {
            line(
                    at.plusMillis(500),
                    host,
                    "smtpd",
                    "NOQUEUE: reject: RCPT from unknown[203.0.113.77]: 554 5.7.1"
                            + " <x@example.org>: Relay access denied; from=<spam@example.net>"
                            + " to=<x@example.org> proto=ESMTP helo=<pc>");
            line(
                    at.plusMillis(510),
                    host,
                    "smtpd",
                    "warning: hostname pc.example.net does not resolve to address 203.0.113.77:"
                            + " Name or service not known");
        }
        if (i % 17 == 0) {
            line(
                    at.plusMillis(800),
                    host,
                    "smtpd",
                    "disconnect from app1.shop.example[192.0.2.20] ehlo=1 auth=1 mail=3 rcpt=3"
                            + " data=3 quit=1 commands=12");
        }
    }

    /// Of the last minutes and hour.
    public static MailRates rates(long arrived, long sent, long deferred, long bounced) {
        return new MailRates(
                span(60, arrived, sent, deferred, bounced),
                span(300, arrived * 5, sent * 5, deferred * 5, bounced * 5),
                span(3600, arrived * 60, sent * 60, deferred * 60, bounced * 60));
    }

    private static MailRates.Span span(
            int seconds, long arrived, long sent, long deferred, long bounced) {
        return new MailRates.Span(
                seconds, arrived, sent, deferred, bounced, 3, MailRates.StageDelays.NONE);
    }

    public static DestinationFigures destination(
            String name, boolean provider, long sent, long deferred, long bounced, double median) {
        List<CauseFigures> causes = new ArrayList<>();
        if (deferred > 0) {
            causes.add(
                    new CauseFigures(
                            CauseClass.RATE_LIMITED,
                            "",
                            "gmail.example",
                            "421 4.7.28 Our system has detected an unusual rate of unsolicited mail",
                            "host mx1.gmail.example[198.51.100.26] said: 421-4.7.28 Our system has"
                                    + " detected an unusual rate of unsolicited mail originating"
                                    + " from your IP address (in reply to end of DATA command)",
                            "joe@gmail.example",
                            deferred,
                            0,
                            deferred / 12,
                            NOW.minusSeconds(3_400),
                            NOW.minusSeconds(4)));
        }
        if (bounced > 0) {
            causes.add(
                    new CauseFigures(
                            bounced > 50 ? CauseClass.IP_BLOCKED : CauseClass.NO_SUCH_USER,
                            bounced > 50 ? "Spamhaus ZEN" : "",
                            name + ".example",
                            "550 5.1.1 Recipient address rejected: User unknown",
                            "host mx.uni.example[203.0.113.5] said: 550 5.1.1 <x@uni.example>:"
                                    + " User unknown",
                            "x@uni.example",
                            0,
                            bounced,
                            bounced / 10,
                            NOW.minusSeconds(3_000),
                            NOW.minusSeconds(60)));
        }
        causes.sort((a, b) -> Long.compare(b.deferred() + b.bounced(), a.deferred() + a.bounced()));
        return new DestinationFigures(
                name,
                provider,
                provider ? 12 : 1,
                sent,
                deferred,
                bounced,
                sent == 0
                        ? MailRates.Percentiles.NONE
                        : new MailRates.Percentiles(median, median * 7, median * 30),
                (int) Math.min(20, sent / 90),
                causes);
    }
}
