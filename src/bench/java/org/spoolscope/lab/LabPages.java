package org.spoolscope.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.spoolscope.app.SubjectWindow;
import org.spoolscope.model.History;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.ShownFigure;
import org.spoolscope.ui.shell.Place;

/// The console's window on the lab, and the tools beside it: what its Fleet and Server pages show,
/// against what those say.
final class LabPages implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Lab lab;
    private final ToolFrames tools;
    private final SubjectWindow window;
    private final String version;
    private final long opened;

    /// When the queue was known.
    private final long listed;

    /// @param folder for what the console keeps
    LabPages(Lab lab, Path folder) throws IOException, InterruptedException {
        this.lab = lab;
        tools = new ToolFrames(lab);
        version = lab.inside("postconf", "-h", "mail_version").strip();
        LabLogin login = new LabLogin(lab.folder, lab.port);
        opened = System.currentTimeMillis();
        window = SubjectWindow.on(folder, List.of(lab.server()), login.settings());
        while (!server().hasListing()) {
            Sleeper.REAL.sleep(LOOK);
        }
        listed = System.currentTimeMillis();
        while (!server().isToldByLog() || server().log().rates() == null) {
            Sleeper.REAL.sleep(LOOK);
        }
        awaitSample(System.currentTimeMillis());
    }

    /// Reads both pages, one after the other.
    List<ComparedFigure> compare() throws IOException, InterruptedException {
        List<ComparedFigure> all = new ArrayList<>();
        all.addAll(compare(new Place.FleetOverview(), "#fleet-page", FiguresComparison::fleet));
        all.addAll(compare(new Place.Server(Lab.NAME), "#server-page", FiguresComparison::server));
        return all;
    }

    private List<ComparedFigure> compare(
            Place place, String id, Function<FiguresComparison, List<ComparedFigure>> comparison)
            throws IOException, InterruptedException {
        List<QueuedMessage> before = lab.queue();
        Screen.onScreen(() -> window.go(place));
        awaitSample(System.currentTimeMillis());
        List<ShownFigure> shown = List.of();
        while (!isPainted(shown)) {
            Sleeper.REAL.sleep(LOOK);
            shown = Screen.onScreen(() -> ShownFigure.in(window.node(id)));
        }
        long read = System.currentTimeMillis();
        History history = server().history();
        List<Long> samples =
                IntStream.range(0, history.size())
                        .mapToObj(history::millis)
                        .filter(at -> at <= read)
                        .toList();
        ToldFigures told =
                new ToldFigures(
                        ToolLog.of(lab),
                        tools.between(opened, read),
                        samples,
                        List.of(before, lab.queue()),
                        new ToldFigures.Asked(version, listed),
                        read);
        return comparison.apply(new FiguresComparison(told, shown));
    }

    /// What the page of a server paints at last.
    private static boolean isPainted(List<ShownFigure> shown) {
        return shown.stream()
                .anyMatch(one ->
                        one.place().equals("card-lab: iowait")
                                || one.place().equals("server-chart-round-trip: round trip"));
    }

    /// So that nothing on the page is from before.
    private void awaitSample(long since) throws InterruptedException {
        for (History now = server().history();
                now.size() == 0 || now.millis(now.size() - 1) < since;
                now = server().history()) {
            Sleeper.REAL.sleep(LOOK);
        }
    }

    private ServerSnapshot server() {
        return window.snapshot().servers().getFirst();
    }

    @Override
    public void close() throws IOException {
        window.close();
        tools.close();
    }
}
