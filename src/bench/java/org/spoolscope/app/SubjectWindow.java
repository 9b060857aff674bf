package org.spoolscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.spoolscope.cli.Faces.Configured;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.ssh.SshSettings;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Theme;

/// The console's window on what it looks at in earnest. JavaFX thread, but for what says otherwise.
public final class SubjectWindow implements AutoCloseable {
    private final Subject subject;
    private final ExecutorService workers;
    private final Console console;
    private final Scene scene;
    private final Stage stage = new Stage();
    private final AutoCloseable following;

    SubjectWindow(Subject subject, ExecutorService workers) {
        this.subject = subject;
        this.workers = workers;
        Theme theme = new Theme(null);
        console = Console.on(subject, theme, new Background(workers), (_, _) -> Optional.empty());
        scene = new Scene(console.root(), 1440, 900);
        theme.apply(scene);
        following = console.follow(subject.fleet(), scene);
        stage.setScene(scene);
        stage.show();
    }

    /// Opens it on servers as `spoolscope` without a command does, but asks no blocklists. The
    /// toolkit must be running. Any thread.
    ///
    /// @param folder of the configuration; what is counted is kept in it
    public static SubjectWindow on(Path folder, List<ServerConfig> servers, SshSettings login) {
        Subject subject =
                Subject.configured(
                        new Configured(
                                folder,
                                servers,
                                LogSettings.builtIn(),
                                new Catalogue(List.of(), Map.of())),
                        login,
                        folder,
                        false);
        ExecutorService workers = Workers.start();
        return Screen.onScreen(() -> new SubjectWindow(subject, workers));
    }

    public void go(Place place) {
        console.go(place);
    }

    /// A state that the fleet did not publish.
    void show(FleetSnapshot snapshot) {
        console.show(snapshot);
    }

    /// What is on the page.
    ///
    /// @param selector such as `#fleet-page`
    public Node node(String selector) {
        return Objects.requireNonNull(scene.lookup(selector), selector);
    }

    /// What it shows, or is about to. Any thread.
    public FleetSnapshot snapshot() {
        return subject.fleet().snapshot();
    }

    /// Ends it, and all links. Any other thread.
    @Override
    public void close() {
        Screen.onScreen(() -> {
            following.close();
            stage.close();
            return true;
        });
        subject.close();
        workers.shutdownNow();
    }
}
