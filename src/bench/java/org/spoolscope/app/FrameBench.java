package org.spoolscope.app;

import static org.spoolscope.app.BenchWindow.onScreen;
import static org.spoolscope.app.BenchWindow.steps;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.robot.Robot;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.ProcessCost;
import org.spoolscope.ui.shell.Place;

/// Whether the window ever freezes: opens the console on the demo, walks through its pages as a
/// person would (looks at the fleet, moves the mouse over a server's charts, scrolls the queue,
/// types a filter) and prints what the frames of a minute cost. With the argument `many` it stays
/// on the Fleet page, with 50 servers. How to run it: docs/benchmarks.md.
public final class FrameBench {
    private static final int DEMO_SERVERS = 3;
    private static final int MANY_SERVERS = 50;
    private static final long WARM_UP_SECONDS = 45;
    private static final long MEASURED_SECONDS = 60;
    private static final String FILTER = "example and (reason:421 or age:>10m) size:>2k";

    private final BenchWindow window;

    private FrameBench(BenchWindow window) {
        this.window = window;
    }

    public static void main(String[] args) throws Exception {
        boolean many = args.length > 0 && args[0].equals("many");
        try (Subject subject =
                        Subject.demo(
                                many ? MANY_SERVERS : DEMO_SERVERS,
                                1,
                                MonitorSettings.DEFAULT,
                                false);
                ExecutorService workers = Workers.start()) {
            new FrameBench(BenchWindow.open(subject, workers)).run(many);
        }
        System.exit(0);
    }

    private void run(boolean many) throws Exception {
        walkFor(WARM_UP_SECONDS, many);
        FrameTimes times = new FrameTimes(window::doing);
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
            window.go("fleet", new Place.FleetOverview());
            if (many) {
                steps(100, _ -> {});
            } else {
                walk();
            }
        }
    }

    private void walk() throws InterruptedException {
        steps(60, _ -> {});
        window.go("server", new Place.Server("mail3"));
        steps(100, step -> over("#server-charts", step / 100.0));
        window.go("queue", new Place.Queue(""));
        steps(10, _ -> {});
        window.doing("scroll");
        steps(100, step -> table().scrollTo(step * 7));
        window.doing("filter");
        steps(2 * FILTER.length(), step -> filter().setText(FILTER.substring(0, step / 2)));
        steps(1, _ -> filter().setText(""));
        window.doing("unfiltered");
        steps(20, _ -> {});
    }

    private void over(String id, double share) {
        Node node = window.node(id);
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        new Robot().mouseMove(bounds.getMinX() + share * bounds.getWidth(), bounds.getMinY() + 80);
    }

    private TableView<?> table() {
        return (TableView<?>) window.node("#messages");
    }

    private TextField filter() {
        return (TextField) window.node("#filter");
    }
}
