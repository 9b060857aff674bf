package org.spoolscope.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.store.ServersFile;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.WatchedServers;
import org.spoolscope.ui.state.WindowState;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Theme;

/// The whole console in a window, over real SSH to simulated servers, quicker than usual.
final class TestingConsole {
    private static final MonitorSettings PACE =
            MonitorSettings.DEFAULT.withPace(
                    Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1));

    final Fleet fleet;
    final KeptActions actions;
    final Stage stage;
    private final DemoFleet demo;
    private final Ssh ssh;
    private final ExecutorService workers;
    private final Console console;
    private final AutoCloseable following;

    private record Window(Stage stage, Console console, AutoCloseable following) {}

    /// Takes the fleet over.
    ///
    /// @param folder of the configuration
    /// @param servers those that are watched
    TestingConsole(
            DemoFleet demo,
            Path folder,
            List<ServerConfig> servers,
            Appearance appearance,
            int width,
            int height) {
        this.demo = demo;
        ssh = new Ssh(demo.settings());
        fleet =
                new Fleet(
                        ssh,
                        servers,
                        PACE,
                        LogSettings.builtIn(),
                        demo.clock(),
                        Sleeper.REAL,
                        new Random(1));
        actions = KeptActions.in(folder, fleet, demo.clock(), false);
        workers = Workers.start();
        Window window = Screen.onScreen(() -> show(folder, appearance, width, height));
        stage = window.stage();
        console = window.console();
        following = window.following();
    }

    Console console() {
        return console;
    }

    private Window show(Path folder, Appearance appearance, int width, int height) {
        Theme theme = new Theme(appearance);
        Console content =
                new Console(
                        fleet,
                        new WatchedServers(fleet, new ServersFile(folder)),
                        demo.clock(),
                        LogSettings.builtIn().judgement(),
                        ZoneOffset.UTC,
                        theme,
                        actions.gate(),
                        WindowState.ofThisRun(),
                        new Background(workers),
                        (_, _) -> Optional.empty(),
                        new ConsoleLists(
                                fleet,
                                new Catalogue(List.of(), Map.of()),
                                (_, _) -> new Catalogue(List.of(), Map.of()),
                                new KeptMutes(WindowState.ofThisRun()),
                                new Background(workers),
                                demo.clock()));
        Scene scene = new Scene(content.root(), width, height);
        theme.apply(scene);
        Stage window = new Stage();
        window.setScene(scene);
        AutoCloseable until = content.follow(fleet, scene);
        window.show();
        window.requestFocus();
        content.focusFirst();
        return new Window(window, content, until);
    }

    /// Ends it, and the fleet.
    void close() throws Exception {
        Screen.onScreen(() -> {
            following.close();
            stage.close();
            return true;
        });
        actions.close();
        fleet.close();
        ssh.close();
        workers.shutdownNow();
        demo.close();
    }
}
