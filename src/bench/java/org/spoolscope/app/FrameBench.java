package org.spoolscope.app;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.ProcessCost;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Theme;

/// Whether the window ever freezes: opens the console on the demo, walks through its pages as a
/// person would (looks at the fleet, moves the mouse over a server's charts, scrolls the queue,
/// types a filter) and prints what the frames of a minute cost. With the argument `many` it stays
/// on the Fleet page, with 50 servers. How to run it: docs/benchmarks.md.
public final class FrameBench {
    private static final int DEMO_SERVERS = 3;
    private static final int MANY_SERVERS = 50;
    private static final long WARM_UP_SECONDS = 45;
    private static final long MEASURED_SECONDS = 60;
    private static final long STEP_MILLIS = 50;
    private static final String FILTER = "example and (reason:421 or age:>10m) size:>2k";

    private final Console console;
    private final Scene scene;
    private final Robot robot = new Robot();
    private volatile String doing = "";

    private FrameBench(Subject subject, ExecutorService workers) {
        Theme theme = new Theme(null);
        console =
                new Console(
                        subject.fleet(),
                        subject.registry(),
                        subject.clock(),
                        subject.judgement(),
                        ZoneId.systemDefault(),
                        theme,
                        new Background(workers),
                        (_, _) -> Optional.empty());
        scene = new Scene(console.root(), 1440, 900);
        theme.apply(scene);
        console.follow(subject.fleet(), scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] args) throws Exception {
        boolean many = args.length > 0 && args[0].equals("many");
        try (Subject subject =
                        Subject.demo(
                                many ? MANY_SERVERS : DEMO_SERVERS, 1, MonitorSettings.DEFAULT);
                ExecutorService workers = Workers.start()) {
            CompletableFuture<FrameBench> opened = new CompletableFuture<>();
            Platform.startup(() -> opened.complete(new FrameBench(subject, workers)));
            opened.join().run(many);
        }
        System.exit(0);
    }

    private void run(boolean many) throws Exception {
        walkFor(WARM_UP_SECONDS, many);
        FrameTimes times = new FrameTimes(() -> doing);
        onScreen(times::start);
        ProcessCost cost = ProcessCost.start();
        walkFor(MEASURED_SECONDS, many);
        onScreen(times::stop);
        System.out.println(cost.report());
        times.print();
    }

    private void walkFor(long seconds, boolean many) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            go("fleet", new Place.FleetOverview());
            if (many) {
                steps(100, _ -> {});
            } else {
                walk();
            }
        }
    }

    private void walk() throws InterruptedException {
        steps(60, _ -> {});
        go("server", new Place.Server("mail3"));
        steps(100, step -> over("#server-charts", step / 100.0));
        go("queue", new Place.Queue(""));
        steps(10, _ -> {});
        doing = "scroll";
        steps(100, step -> table().scrollTo(step * 7));
        doing = "filter";
        steps(2 * FILTER.length(), step -> filter().setText(FILTER.substring(0, step / 2)));
        steps(1, _ -> filter().setText(""));
        doing = "unfiltered";
        steps(20, _ -> {});
    }

    private void go(String name, Place place) throws InterruptedException {
        doing = "to " + name;
        steps(
                4,
                step -> {
                    if (step == 0) {
                        console.go(place);
                    }
                });
        doing = name;
    }

    private void over(String id, double share) {
        Node node = Objects.requireNonNull(scene.lookup(id), id);
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        robot.mouseMove(bounds.getMinX() + share * bounds.getWidth(), bounds.getMinY() + 80);
    }

    private TableView<?> table() {
        return (TableView<?>) Objects.requireNonNull(scene.lookup("#messages"));
    }

    private TextField filter() {
        return (TextField) Objects.requireNonNull(scene.lookup("#filter"));
    }

    /// Does something on the JavaFX thread, again and again.
    private static void steps(int count, Step step) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            int number = i;
            onScreen(() -> step.run(number));
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    private static void onScreen(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }

    private interface Step {
        void run(int number);
    }
}
