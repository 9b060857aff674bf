package org.spoolscope.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.deliverability.WatchedChecks;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.ui.action.ActionDialogs;
import org.spoolscope.ui.action.ActionGate;
import org.spoolscope.ui.action.ActionStarter;
import org.spoolscope.ui.action.ActionsView;
import org.spoolscope.ui.action.ActionsViewModel;
import org.spoolscope.ui.action.ReadOnlySwitch;
import org.spoolscope.ui.blocklist.BlocklistDesk;
import org.spoolscope.ui.blocklist.BlocklistsViewModel;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.deliverability.DeliverabilityViewModel;
import org.spoolscope.ui.destination.DestinationsViewModel;
import org.spoolscope.ui.fleet.FleetView;
import org.spoolscope.ui.fleet.FleetViewModel;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.PulseSlot;
import org.spoolscope.ui.log.LogViewModel;
import org.spoolscope.ui.message.MessageViewModel;
import org.spoolscope.ui.message.WindowSearch;
import org.spoolscope.ui.queue.ActionScope;
import org.spoolscope.ui.queue.ContentDialog;
import org.spoolscope.ui.queue.QueueRow;
import org.spoolscope.ui.queue.QueueViewModel;
import org.spoolscope.ui.server.ServerView;
import org.spoolscope.ui.settings.FileChoice;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.settings.ModalLayer;
import org.spoolscope.ui.settings.ServerDialogs;
import org.spoolscope.ui.settings.ServerRegistry;
import org.spoolscope.ui.shell.AddressSwitch;
import org.spoolscope.ui.shell.ConsoleView;
import org.spoolscope.ui.shell.Pages;
import org.spoolscope.ui.shell.PaletteViewModel;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.shell.ShellViewModel;
import org.spoolscope.ui.shell.ToastLayer;
import org.spoolscope.ui.state.WindowState;
import org.spoolscope.ui.theme.Theme;

/// The console's window content, wired: pages, dialogs, and the way from the fleet to them. JavaFX
/// thread.
final class Console {
    private final ShellViewModel shell = new ShellViewModel();
    private final ConsoleView view;
    private final ModalLayer root;

    Console(
            Fleet fleet,
            ServerRegistry registry,
            InstantSource clock,
            Judgement judgement,
            ZoneId zone,
            Theme theme,
            ActionGate gate,
            WindowState state,
            Background background,
            FileChoice files,
            ConsoleLists lists) {
        Times times = new Times(zone);
        ConsoleActions actions = new ConsoleActions(fleet, shell);
        MessageActions acts = new MessageActions(fleet);
        ActionsViewModel journal = new ActionsViewModel(gate, background, clock);
        journal.note().subscribe(shell::noteActions);
        Pages pages =
                new Pages(place ->
                        switch (place) {
                            case Place.FleetOverview _ ->
                                    new FleetView(new FleetViewModel(clock), actions);
                            case Place.Queue _ -> {
                                QueueViewModel queue =
                                        new QueueViewModel(background, clock, judgement);
                                yield new QueuePage(
                                        queue,
                                        new ActionScope(queue, gate, background),
                                        acts,
                                        times,
                                        state,
                                        filter -> shell.amend(new Place.Queue(filter)),
                                        this::openMessage,
                                        row -> readMessage(row, fleet, background));
                            }
                            case Place.Server _ ->
                                    new ServerPage(
                                            new ServerView(
                                                    actions,
                                                    background,
                                                    theme.tokens(),
                                                    times,
                                                    clock));
                            case Place.Log _ ->
                                    new LogPage(
                                            new LogViewModel(background, clock, judgement),
                                            times,
                                            clock,
                                            shell::amend,
                                            this::openMessage);
                            case Place.Message _ ->
                                    new MessagePage(
                                            new MessageViewModel(
                                                    background,
                                                    clock,
                                                    new WindowSearch(clock),
                                                    fleet::trace),
                                            times,
                                            shell::go,
                                            (server, id) ->
                                                    shell.go(new Place.Log(server, "id:" + id)));
                            case Place.Destinations _ ->
                                    new DestinationsPage(
                                            new DestinationsViewModel(clock),
                                            times,
                                            shell::amend,
                                            filter -> shell.go(new Place.Queue(filter)),
                                            this::openLog);
                            case Place.Blocklists _ ->
                                    new BlocklistsPage(
                                            new BlocklistsViewModel(background, clock, times),
                                            lists,
                                            new SystemWebPages(background),
                                            this::openDialog,
                                            shell::amend,
                                            this::openLog);
                            case Place.Deliverability _ ->
                                    new DeliverabilityPage(
                                            new DeliverabilityViewModel(
                                                    background,
                                                    clock,
                                                    new WatchedChecks(fleet, clock)::check),
                                            shell::amend,
                                            server -> shell.go(new Place.Blocklists(server)));
                            case Place.Actions _ ->
                                    new ActionsPage(new ActionsView(journal, times, acts));
                        });
        AddressSwitch addresses = new AddressSwitch(state);
        ConsoleCommands commands =
                new ConsoleCommands(
                        actions,
                        gate,
                        addresses,
                        theme,
                        lists::checkNow,
                        () -> listAll(fleet),
                        shell::go);
        this.view =
                new ConsoleView(
                        shell,
                        pages,
                        new PaletteViewModel(
                                background,
                                shell::go,
                                address -> check(address, lists),
                                commands::all),
                        times,
                        clock,
                        List.of(addresses.button(), new ReadOnlySwitch(gate).button()),
                        () -> listAll(fleet));
        ToastLayer toasts = new ToastLayer(view);
        this.root = new ModalLayer(toasts);
        lists.use(toasts);
        gate.desk()
                .ifPresent(desk ->
                        acts.use(
                                new ActionDialogs(
                                        root,
                                        toasts,
                                        new ActionStarter(desk, background),
                                        background,
                                        clock,
                                        times,
                                        () -> readOnly(fleet))));
        actions.use(new ServerDialogs(root, registry, background, files));
    }

    /// On a subject, in the zone of this machine.
    static Console on(Subject subject, Theme theme, Background background, FileChoice files) {
        WindowState state = subject.windowState(background);
        return new Console(
                subject.fleet(),
                subject.registry(),
                subject.clock(),
                subject.judgement(),
                ZoneId.systemDefault(),
                theme,
                subject.gate(),
                state,
                background,
                files,
                new ConsoleLists(
                        subject.fleet(),
                        subject.blocklists(),
                        subject::askLists,
                        new KeptMutes(state),
                        background,
                        subject.clock()));
    }

    Parent root() {
        return root;
    }

    /// Takes the focus to the navigation, where the keyboard begins.
    void focusFirst() {
        view.focusNavigation();
    }

    void go(Place place) {
        shell.go(place);
    }

    void show(FleetSnapshot snapshot) {
        view.show(snapshot);
    }

    /// Shows what the fleet publishes from now on, once per frame, until the result is closed.
    AutoCloseable follow(Fleet fleet, Scene scene) {
        PulseSlot<FleetSnapshot> slot = new PulseSlot<>(scene, this::show);
        Fleet.Subscription subscription = fleet.subscribe(slot::put);
        slot.put(fleet.snapshot());
        return () -> {
            subscription.close();
            slot.close();
        };
    }

    private void openLog(String server, String filter) {
        shell.go(new Place.Log(server, filter));
    }

    private void openMessage(String server, String id) {
        shell.go(new Place.Message(server, id));
    }

    private void readMessage(QueueRow row, Fleet fleet, Background background) {
        ContentDialog.open(root, row, fleet::read, background);
    }

    private void openDialog(ModalDialog dialog) {
        root.open(dialog);
    }

    /// Its answer is a column of the page, in front.
    private void check(String address, BlocklistDesk lists) {
        lists.check(address);
        shell.go(new Place.Blocklists(""));
    }

    private static Set<String> readOnly(Fleet fleet) {
        return fleet.snapshot().servers().stream()
                .filter(server -> server.config().readOnly())
                .map(ServerSnapshot::name)
                .collect(Collectors.toSet());
    }

    private static void listAll(Fleet fleet) {
        fleet.snapshot().servers().forEach(server -> fleet.listNow(server.name()));
    }
}
