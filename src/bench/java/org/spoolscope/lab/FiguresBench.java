package org.spoolscope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.spoolscope.monitor.Sleeper;

/// Each figure of the Fleet and the Server page during a campaign through the lab's Postfix,
/// against what Postfix's and the host's own tools say before and after: while mail is sent, while
/// it is delivered and tried again, when the queue stands still, and in a window that is opened
/// then. Ends with status 1 when any differs. Run by `src/lab/compare-figures`, on the packaged
/// program.
///
/// Arguments: how many messages. `SPOOLSCOPE_LAB` and its port say which lab.
public final class FiguresBench {
    /// The window knows by then how the queue grows.
    private static final Duration WATCHED = Duration.ofSeconds(25);

    private static final Duration SENDING = Duration.ofSeconds(3);

    private final Lab lab = new Lab();
    private final int messages;
    private int figures;
    private int differing;

    private FiguresBench(int messages) {
        this.messages = messages;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        FiguresBench bench = new FiguresBench(Integer.parseInt(args[0]));
        bench.run();
        System.out.printf("%d figures, %d differ%n", bench.figures, bench.differing);
        System.exit(bench.differing == 0 ? 0 : 1);
    }

    private void run() throws Exception {
        lab.empty();
        try (LabPages pages = open()) {
            Sleeper.REAL.sleep(WATCHED);
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(
                            () -> lab.campaign(messages), Thread::startVirtualThread);
            Sleeper.REAL.sleep(SENDING);
            show("while it is sent", pages.compare());
            sending.join();
            show("when it was sent", pages.compare());
            lab.hold(messages / 20);
            show("with mail on hold", pages.compare());
            lab.fault("pause");
            show("when the queue stands still", pages.compare());
        }
        try (LabPages pages = open()) {
            show("in a new window", pages.compare());
        }
        lab.empty();
        try (LabPages pages = open()) {
            show("when the queue is empty", pages.compare());
        }
    }

    private LabPages open() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("figures");
        folder.toFile().deleteOnExit();
        return new LabPages(lab, folder);
    }

    private void show(String moment, List<ComparedFigure> compared) {
        System.out.printf("%s%n%s%n", moment, ComparedFigure.table(compared));
        figures += compared.size();
        differing += (int) compared.stream().filter(one -> !one.same()).count();
    }
}
