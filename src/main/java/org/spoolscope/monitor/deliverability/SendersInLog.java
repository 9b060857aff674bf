package org.spoolscope.monitor.deliverability;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.deliverability.MailIdentity.Selector;
import org.spoolscope.monitor.LogSources;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.blocklist.QuotedAddresses;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.monitor.follow.LogFollower;
import org.spoolscope.monitor.lookup.SendingAddresses.Quoted;
import org.spoolscope.postfix.cause.HostName;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.sender.OwnSenders;
import org.spoolscope.postfix.sender.SignedDomains;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Reads the end of a server's log files once: for whom it sends, how it signs, and which addresses
/// of it receivers quote. Used by one thread.
public final class SendersInLog {
    /// Read back, once: some 40,000 messages.
    private static final long MOST_BYTES = 16L << 20;

    private static final int MOST_DOMAINS = 10;

    private final OwnSenders senders = new OwnSenders();
    private final SignedDomains signed = new SignedDomains();
    private final QuotedAddresses quoted = new QuotedAddresses();

    private boolean read;

    private SendersInLog() {}

    /// Of a log that was not read.
    public static SendersInLog unread() {
        return new SendersInLog();
    }

    /// Reads what the account may read; where that is nothing, nothing is known.
    ///
    /// @throws SshException when the link is lost
    public static SendersInLog read(
            SshConnection connection, ServerConfig server, ServerFacts facts, InstantSource clock)
            throws SshException, InterruptedException {
        SendersInLog seen = new SendersInLog();
        List<String> files =
                LogSources.find(connection, server, facts).stream()
                        .filter(LogSource.File.class::isInstance)
                        .map(source -> ((LogSource.File) source).path())
                        .limit(LogFollower.MOST_FILES)
                        .toList();
        if (!files.isEmpty()) {
            seen.read = true;
            seen.read(connection, files, new LogParser(facts.zone(), clock), clock);
        }
        return seen;
    }

    /// Whether there was a file that the account may read; else nothing is known.
    public boolean wasRead() {
        return read;
    }

    /// The domains of those who send through the server, the busiest first.
    public List<String> domains() {
        return senders.domains(MOST_DOMAINS);
    }

    public List<Selector> selectors() {
        return signed.selectors();
    }

    /// Those that most receivers quote first.
    public List<Quoted> quoted() {
        return quoted.quoted();
    }

    private void read(
            SshConnection connection, List<String> files, LogParser parser, InstantSource clock)
            throws SshException, InterruptedException {
        Reading reading = new Reading(parser);
        LogFollower follower =
                new LogFollower(
                        connection,
                        files,
                        LogPosition.NONE,
                        reading,
                        FollowSettings.DEFAULT.withFirstBytes(MOST_BYTES),
                        clock,
                        Sleeper.REAL::sleep,
                        () -> 0);
        try {
            follower.run();
        } catch (InterruptedException e) {
            if (!reading.ended) {
                throw e;
            }
        }
        if (connection.lost().isDone()) {
            throw new SshException(connection.lost().join());
        }
    }

    /// Ends the follower when all was read, or when that does not work.
    private final class Reading implements LineSink {
        private final LogParser parser;
        private final LogLine line = new LogLine();
        private boolean ended;

        Reading(LogParser parser) {
            this.parser = parser;
        }

        @Override
        public void line(byte[] bytes, int from, int to) {
            parser.parse(bytes, from, to, line);
            if (line.event() == LogEvent.FOREIGN) {
                signed.add(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            } else {
                senders.add(line);
                quote(line);
            }
        }

        private void quote(LogLine line) {
            if (line.event() == LogEvent.DELIVERY
                    && line.has(LogField.REMOTE_HOST)
                    && !line.is(LogField.STATUS, "sent")) {
                int end = line.end(LogField.REMOTE_HOST);
                int domain = HostName.domain(line.bytes(), line.start(LogField.REMOTE_HOST), end);
                String receiver =
                        new String(line.bytes(), domain, end - domain, StandardCharsets.UTF_8);
                quoted.add(line.textOrEmpty(LogField.REASON), receiver.toLowerCase(Locale.ROOT));
            }
        }

        @Override
        public void gap(LogGap gap) {
            // What is missing would only have made the counts larger.
        }

        @Override
        public void position(LogPosition position) {
            // It is read once.
        }

        /// Where lines come all the time, it is never idle.
        @Override
        public void upToDate(Instant at) throws InterruptedException {
            end();
        }

        @Override
        public void idle(Instant at) throws InterruptedException {
            end();
        }

        @Override
        public void trouble(String message) throws InterruptedException {
            end();
        }

        private void end() throws InterruptedException {
            ended = true;
            throw new InterruptedException("all is read");
        }
    }
}
