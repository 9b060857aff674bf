package org.spoolscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spoolscope.cli.Faces.Configured;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshSettings;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.ConfigException;
import org.spoolscope.store.ServersFile;
import org.spoolscope.store.WindowFile;
import org.spoolscope.store.history.ListHistory;
import org.spoolscope.store.history.MailHistory;
import org.spoolscope.ui.action.ActionGate;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.ServerRegistry;
import org.spoolscope.ui.settings.WatchedServers;
import org.spoolscope.ui.state.WindowState;

/// What the console looks at: the configured servers, or the simulated fleet. Closing it ends all
/// links.
final class Subject implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Subject.class.getName());
    private static final long DEMO_SEED = 25;
    private static final String HISTORY = "history.sqlite";

    private final Ssh ssh;
    private final Fleet fleet;
    private final Catalogue blocklists;
    private final Path folder;
    private final ServerRegistry registry;
    private final InstantSource clock;
    private final Judgement judgement;
    private final KeptActions actions;
    private final Function<Background, WindowState> windowState;
    private final Runnable rest;

    private Subject(
            SshSettings settings,
            ServersFile file,
            List<ServerConfig> servers,
            MonitorSettings pace,
            LogSettings logs,
            ListSettings lists,
            Path folder,
            Path journal,
            InstantSource clock,
            boolean readOnly,
            Function<Background, WindowState> windowState,
            Runnable rest) {
        this.ssh = new Ssh(settings);
        this.fleet =
                new Fleet(
                        ssh,
                        servers,
                        pace,
                        logs.behind(new WindowFirst()),
                        lists,
                        clock,
                        Sleeper.REAL,
                        new Random());
        this.blocklists = lists.catalogue();
        this.folder = folder;
        this.registry = new WatchedServers(fleet, file);
        this.clock = clock;
        this.judgement = logs.judgement();
        this.actions = KeptActions.in(journal, fleet, clock, readOnly);
        this.windowState = windowState;
        this.rest = rest;
    }

    /// The servers of `servers.toml`; what their logs add up to is kept beside it.
    ///
    /// @param journal the folder with the journal of actions
    /// @param readOnly whether it begins read-only
    static Subject configured(
            Configured configured, SshSettings settings, Path journal, boolean readOnly) {
        Path folder = configured.folder();
        MailHistory history = history(folder);
        ListHistory listHistory = history == null ? null : listHistory(folder);
        WindowFile window = new WindowFile(folder);
        Map<String, String> remembered = window.read();
        return new Subject(
                settings,
                new ServersFile(folder),
                configured.servers(),
                MonitorSettings.DEFAULT,
                history == null ? configured.logs() : configured.logs().keeping(history),
                ListSettings.of(configured.lists()).keeping(listHistory),
                folder,
                journal,
                InstantSource.system(),
                readOnly,
                background -> new KeptWindowState(window, remembered, background),
                () -> {
                    closeQuietly(history);
                    closeQuietly(listHistory);
                });
    }

    private static @Nullable ListHistory listHistory(Path folder) {
        try {
            return ListHistory.open(folder.resolve(HISTORY));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "nothing is kept of what blocklists say", e);
            return null;
        }
    }

    private static @Nullable MailHistory history(Path folder) {
        try {
            MailHistory history = MailHistory.open(folder.resolve(HISTORY));
            history.forgetOld(InstantSource.system().instant());
            return history;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "nothing is kept of what is counted", e);
            return null;
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable history) {
        if (history == null) {
            return;
        }
        try {
            history.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.INFO, "the history was not closed", e);
        }
    }

    /// The simulated fleet; its `servers.toml` lies in a folder that goes with it.
    ///
    /// @param pace of sampling and listing in real time
    /// @param readOnly whether it begins read-only
    static Subject demo(int servers, double speed, MonitorSettings pace, boolean readOnly)
            throws IOException {
        DemoFleet demo = DemoFleet.start(DEMO_SEED, servers, speed);
        Path folder = Files.createTempDirectory("spoolscope-demo-config");
        ServersFile file = new ServersFile(folder);
        try {
            for (ServerConfig server : demo.servers()) {
                file.add(server);
            }
        } catch (ConfigException e) {
            throw new IOException(e);
        }
        return new Subject(
                demo.settings(),
                file,
                demo.servers(),
                pace,
                LogSettings.builtIn().following(atPace(pace)),
                ListSettings.of(new Catalogue(BlocklistsFile.builtIn(), Map.of()))
                        .pacing(
                                pace.listEvery().dividedBy(2),
                                (double) MonitorSettings.DEFAULT.listEvery().toMillis()
                                        / pace.listEvery().toMillis()),
                folder,
                folder,
                demo.clock(),
                readOnly,
                _ -> WindowState.ofThisRun(),
                () -> {
                    demo.close();
                    deleteQuietly(folder);
                });
    }

    private static void deleteQuietly(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("servers.toml"));
            Files.deleteIfExists(folder.resolve("blocklists.toml"));
            Files.deleteIfExists(folder.resolve("actions.jsonl"));
            Files.deleteIfExists(folder.resolve("actions.lock"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "left behind: " + folder, e);
        }
    }

    Fleet fleet() {
        return fleet;
    }

    ServerRegistry registry() {
        return registry;
    }

    /// The lists that were known at the start.
    Catalogue blocklists() {
        return blocklists;
    }

    /// Keeps which lists are asked, and how often, in the configuration folder. Blocks.
    ///
    /// @param changed lists by their names
    Catalogue askLists(Map<String, Boolean> changed, Duration every)
            throws ConfigException, IOException {
        return BlocklistsFile.ask(folder, changed, every);
    }

    /// By what causes and providers are told.
    Judgement judgement() {
        return judgement;
    }

    /// What the window asks before it changes anything.
    ActionGate gate() {
        return actions.gate();
    }

    /// What a window remembers.
    ///
    /// @param background where it is written to the disk
    WindowState windowState(Background background) {
        return windowState.apply(background);
    }

    /// What snapshots are dated with.
    InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        actions.close();
        fleet.close();
        ssh.close();
        rest.run();
    }

    /// The log is looked at in step with all else: a picture's time passes quickly.
    private static FollowSettings atPace(MonitorSettings pace) {
        return FollowSettings.DEFAULT.withPace(
                pace.listEvery().dividedBy(8),
                pace.listEvery().dividedBy(4),
                pace.againAfterFailure());
    }
}
