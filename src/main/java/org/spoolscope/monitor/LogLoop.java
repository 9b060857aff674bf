package org.spoolscope.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.monitor.follow.FollowedLogs;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Finds one server's logs and follows them, as long as the connection lasts.
final class LogLoop {
    /// Until it is looked again whether a log can be read: soon at first, since a log that is just
    /// being rotated is not there for a moment.
    private static final Duration LOOK_SOON = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final SshConnection connection;
    private final ServerConfig config;
    private final ServerFacts facts;
    private final LogCollector collector;
    private final LogSettings settings;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final NextLook nextLook;
    private final DoubleSupplier ioPressure;

    LogLoop(
            SshConnection connection,
            ServerConfig config,
            ServerFacts facts,
            LogCollector collector,
            LogSettings settings,
            InstantSource clock,
            Sleeper sleeper,
            NextLook nextLook,
            DoubleSupplier ioPressure) {
        this.connection = connection;
        this.config = config;
        this.facts = facts;
        this.collector = collector;
        this.settings = settings;
        this.clock = clock;
        this.sleeper = sleeper;
        this.nextLook = nextLook;
        this.ioPressure = ioPressure;
    }

    /// Follows until the thread is interrupted, which the link keeper does when the link is lost.
    void run() throws InterruptedException {
        for (Duration pause = LOOK_SOON; ; pause = LOOK_AGAIN) {
            try {
                List<LogSource> sources = LogSources.find(connection, config, facts);
                collector.begin(facts, sources);
                follow(sources);
            } catch (SshException e) {
                // The link keeper finds out by itself, and says so.
            }
            sleeper.sleep(pause);
        }
    }

    /// Returns at once where there is nothing to follow.
    private void follow(List<LogSource> sources) throws InterruptedException {
        LineRelay relay =
                new LineRelay(collector, settings.foreground(), config.name() + " counting");
        try {
            FollowedLogs logs =
                    new FollowedLogs(
                            connection,
                            sources,
                            collector.position(),
                            relay,
                            followSettings(),
                            clock,
                            nextLook,
                            ioPressure);
            if (!logs.isEmpty()) {
                logs.run();
            }
        } finally {
            // That counting failed must be known even when the end was an interruption.
            relay.close();
        }
    }

    /// After a start of Spoolscope the newest lines are fetched again, to be looked at.
    private FollowSettings followSettings() {
        FollowSettings follow = settings.follow();
        return collector.isEmpty() ? follow.withAgainBytes(follow.firstBytes()) : follow;
    }
}
