package org.spoolscope.ui.deliverability;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.deliverability.DeliverabilityResult;
import org.spoolscope.ui.fx.Background;

/// What the Deliverability page shows. A server is checked when it is first shown and connected,
/// and when the person says so; what was found is kept for as long as the window is open. JavaFX
/// thread.
public final class DeliverabilityViewModel {
    private final Background background;
    private final InstantSource clock;
    private final ServerChecks checks;
    private final Map<String, CheckRun> runs = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable String> server = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PageContent> content =
            new ReadOnlyObjectWrapper<>(PageContent.noServers());
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private FleetSnapshot snapshot = FleetSnapshot.EMPTY;

    /// @param checks for a background thread
    public DeliverabilityViewModel(
            Background background, InstantSource clock, ServerChecks checks) {
        this.background = background;
        this.clock = clock;
        this.checks = checks;
    }

    /// The server that is shown; null while there is none.
    public ReadOnlyObjectProperty<@Nullable String> server() {
        return server.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PageContent> content() {
        return content.getReadOnlyProperty();
    }

    /// Whether the server that is shown is being checked.
    ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    /// The names of the servers there are.
    List<String> servers() {
        return snapshot.servers().stream().map(ServerSnapshot::name).toList();
    }

    /// Shows one server.
    public void choose(String name) {
        server.set(name);
        refresh();
    }

    /// Takes the newest state; to be called only while the page is shown.
    public void show(FleetSnapshot next) {
        snapshot = next;
        refresh();
    }

    /// Checks the server that is shown anew, unless that is being done.
    void checkNow() {
        shown().ifPresent(this::check);
        refresh();
    }

    /// What is said beside the title: who was asked, and how long ago.
    DisplayText summary() {
        CheckRun run = run();
        CheckRun.Found found = run.found();
        if (found == null) {
            return DisplayText.EMPTY;
        }
        if (run.underWay()) {
            return Words.get("deliverability.page.again");
        }
        return Words.get(
                "deliverability.page.summary",
                found.checked().begun().resolver(),
                Figures.span(Duration.between(found.at(), clock.instant())));
    }

    private CheckRun run() {
        String name = server.get();
        return name == null ? CheckRun.NONE : runs.getOrDefault(name, CheckRun.NONE);
    }

    private Optional<ServerSnapshot> shown() {
        String name = server.get();
        return name == null ? Optional.empty() : snapshot.server(name);
    }

    private void refresh() {
        if (shown().isEmpty() && !snapshot.servers().isEmpty()) {
            server.set(snapshot.servers().getFirst().name());
        }
        shown().filter(one -> isReady(one) && run().isNew()).ifPresent(this::check);
        underWay.set(run().underWay());
        content.set(
                shown().map(one -> PageContent.of(one, run())).orElseGet(PageContent::noServers));
    }

    private static boolean isReady(ServerSnapshot of) {
        return of.link().isUp() && of.facts() != null;
    }

    private void check(ServerSnapshot of) {
        String name = of.name();
        if (!run().underWay()) {
            runs.put(name, run().started());
            background.run(() -> ask(name));
        }
    }

    /// On a background thread.
    private void ask(String name) {
        try {
            DeliverabilityResult result =
                    checks.check(
                            name,
                            begun ->
                                    background.onScreen(
                                            () -> put(name, run -> run.asking(begun.resolver()))));
            background.onScreen(() -> put(name, run -> run.ended(result, clock.instant())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the window is closing
        }
    }

    private void put(String name, UnaryOperator<CheckRun> change) {
        runs.computeIfPresent(name, (_, run) -> change.apply(run));
        refresh();
    }
}
