package org.spoolscope.app;

import static org.spoolscope.app.BenchWindow.onScreen;
import static org.spoolscope.app.BenchWindow.steps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.spoolscope.cli.Faces.Configured;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.ssh.SshSettings;
import org.spoolscope.ui.queue.MillionMessagesBench;
import org.spoolscope.ui.shell.Place;

/// The Queue page with a million messages scrolled at every frame, three rows further each time and
/// to another place every second. Prints what frames cost; of use on a real display or Xvfb.
///
/// Arguments: a file to write the queue to.
public final class ScrollBench {
    private static final int MESSAGES = 1_000_000;
    private static final long WARM_UP_SECONDS = 10;
    private static final long MEASURED_SECONDS = 30;
    private static final int ROWS_A_FRAME = 3;
    private static final int FRAMES_A_PLACE = 60;

    private ScrollBench() {}

    public static void main(String[] args) throws Exception {
        FleetSnapshot fleet = MillionMessagesBench.fleet(Path.of(args[0]));
        Path folder = Files.createTempDirectory("scroll");
        try (Subject subject =
                        Subject.configured(
                                new Configured(
                                        folder,
                                        List.of(),
                                        LogSettings.builtIn(),
                                        new Catalogue(List.of(), Map.of())),
                                SshSettings.openSsh(folder, "bench"),
                                folder,
                                false);
                ExecutorService workers = Workers.start()) {
            BenchWindow window = BenchWindow.open(subject, workers);
            window.go("queue", new Place.Queue(""));
            onScreen(() -> window.show(fleet));
            TableView<?> table = (TableView<?>) window.node("#messages");
            while (table.getItems().size() < MESSAGES) {
                steps(1, _ -> {});
            }
            Scrolling scrolling = new Scrolling(table);
            onScreen(scrolling::start);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            FrameTimes times = new FrameTimes(() -> "scroll");
            onScreen(() -> {
                scrolling.stop();
                times.start(); // first, so that the scrolling itself is part of the frame
                scrolling.start();
            });
            TimeUnit.SECONDS.sleep(MEASURED_SECONDS);
            onScreen(times::stop);
            times.print();
        }
        System.exit(0);
    }

    private static final class Scrolling extends AnimationTimer {
        private final Random random = new Random(1);
        private final TableView<?> table;
        private final VirtualFlow<?> rows;
        private int frame;

        Scrolling(TableView<?> table) {
            this.table = table;
            this.rows = (VirtualFlow<?>) table.lookup(".virtual-flow");
        }

        @Override
        public void handle(long now) {
            if (frame++ % FRAMES_A_PLACE == 0) {
                table.scrollTo(random.nextInt(MESSAGES - ROWS_A_FRAME * FRAMES_A_PLACE));
            } else {
                rows.scrollPixels(ROWS_A_FRAME * table.getFixedCellSize());
            }
        }
    }
}
