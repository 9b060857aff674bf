package org.spoolscope.monitor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ProvidersFile;
import org.spoolscope.store.history.MailHistory;

/// How the servers' logs are read, and by what they are judged.
///
/// @param windowBytes about how much of the newest lines is kept in memory, of all servers together
/// @param history where counts are kept for good, or null to keep none
/// @param keepEvery how often, at the most; what came since is read again after a crash
/// @param foreground what goes first while much is read
public record LogSettings(
        FollowSettings follow,
        CauseRules causes,
        Providers providers,
        long windowBytes,
        @Nullable MailHistory history,
        Duration keepEvery,
        Foreground foreground) {
    private static final long WINDOW_BYTES = 96L << 20;
    private static final long MOST_OF_ONE = 32L << 20;
    private static final Duration KEEP_EVERY = Duration.ofSeconds(2);

    /// With the built-in rules, and nothing kept.
    public static LogSettings builtIn() {
        return new LogSettings(
                FollowSettings.DEFAULT,
                new CauseRules(CausesFile.builtIn()),
                new Providers(ProvidersFile.builtIn()),
                WINDOW_BYTES,
                null,
                KEEP_EVERY,
                Foreground.NONE);
    }

    /// By what causes and providers are told.
    public Judgement judgement() {
        return new Judgement(causes, providers);
    }

    /// About how much is kept of each of so many servers.
    long windowBytesOf(int servers) {
        return Math.min(MOST_OF_ONE, windowBytes / Math.max(1, servers));
    }

    /// The same, kept in a history.
    public LogSettings keeping(MailHistory kept) {
        return new LogSettings(follow, causes, providers, windowBytes, kept, keepEvery, foreground);
    }

    /// The same with other rules.
    public LogSettings judging(CauseRules rules, Providers others) {
        return new LogSettings(follow, rules, others, windowBytes, history, keepEvery, foreground);
    }

    /// The same, followed in another way.
    public LogSettings following(FollowSettings other) {
        return new LogSettings(
                other, causes, providers, windowBytes, history, keepEvery, foreground);
    }

    /// The same, kept at another pace.
    public LogSettings keepingEvery(Duration pace) {
        return new LogSettings(follow, causes, providers, windowBytes, history, pace, foreground);
    }

    /// The same, read after what goes first.
    public LogSettings behind(Foreground first) {
        return new LogSettings(follow, causes, providers, windowBytes, history, keepEvery, first);
    }
}
