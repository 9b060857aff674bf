package org.spoolscope.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.ui.fleet.FleetActions;
import org.spoolscope.ui.server.ServerView;
import org.spoolscope.ui.settings.ServerDialogs;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.shell.ShellViewModel;

/// What the pages' buttons do. JavaFX thread.
final class ConsoleActions implements FleetActions, ServerView.Actions {
    private final Fleet fleet;
    private final ShellViewModel shell;
    private @Nullable ServerDialogs dialogs;

    ConsoleActions(Fleet fleet, ShellViewModel shell) {
        this.fleet = fleet;
        this.shell = shell;
    }

    /// The dialogs lie over the pages, and so are made after them.
    void use(ServerDialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public void open(String server) {
        shell.go(new Place.Server(server));
    }

    @Override
    public void openQueue(String server) {
        shell.go(new Place.Queue("server:\"" + server.replace("\"", "?") + "\""));
    }

    @Override
    public void addServer() {
        dialogs().add(added -> shell.go(new Place.Server(added.name())));
    }

    @Override
    public void edit(String server) {
        fleet.snapshot()
                .server(server)
                .ifPresent(known ->
                        dialogs().edit(known.config(), saved -> renamed(server, saved.name())));
    }

    @Override
    public void remove(String server) {
        dialogs().remove(server, () -> shell.forget(server));
    }

    @Override
    public void tryAgain(String server) {
        fleet.reconnect(server);
    }

    @Override
    public void resume(String server) {
        fleet.reconnect(server);
    }

    @Override
    public void pause(String server) {
        fleet.pause(server);
    }

    @Override
    public void listNow(String server) {
        fleet.listNow(server);
    }

    @Override
    public void acceptKey(String server, LinkFailure.HostKeyUnknown shown) {
        dialogs().hostKey(server, shown);
    }

    @Override
    public void compareKeys(LinkFailure.HostKeyChanged changed) {
        dialogs().hostKeyChanged(changed);
    }

    @Override
    public void enterPassphrase(String server, LinkFailure.PassphraseNeeded needed) {
        dialogs().passphrase(needed);
    }

    @Override
    public void openBlocklists(String server) {
        shell.go(new Place.Blocklists(server));
    }

    private void renamed(String before, String after) {
        if (!before.equals(after)) {
            boolean wasThere = shell.place().get().equals(new Place.Server(before));
            shell.forget(before);
            if (wasThere) {
                shell.go(new Place.Server(after));
            }
        }
    }

    private ServerDialogs dialogs() {
        return Objects.requireNonNull(dialogs, "dialogs");
    }
}
