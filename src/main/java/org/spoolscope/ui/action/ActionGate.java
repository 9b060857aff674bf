package org.spoolscope.ui.action;

import java.util.Collection;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.action.ActionDesk;

/// Whether anything may be changed, and if not, why. JavaFX thread.
public final class ActionGate {
    private final @Nullable ActionDesk desk;
    private final DisplayText absence;
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();

    private ActionGate(@Nullable ActionDesk desk, DisplayText absence) {
        this.desk = desk;
        this.absence = absence;
    }

    public static ActionGate of(ActionDesk desk) {
        ActionGate gate = new ActionGate(desk, DisplayText.EMPTY);
        gate.readOnly.set(desk.isReadOnly());
        return gate;
    }

    /// Without a journal nothing is done.
    ///
    /// @param why in a sentence
    public static ActionGate closed(DisplayText why) {
        ActionGate gate = new ActionGate(null, why);
        gate.readOnly.set(true);
        return gate;
    }

    /// Where actions are begun, if they can be.
    public Optional<ActionDesk> desk() {
        return Optional.ofNullable(desk);
    }

    /// Whether the whole console is read-only.
    public ReadOnlyBooleanProperty readOnly() {
        return readOnly.getReadOnlyProperty();
    }

    /// Whether nothing may be changed on that server.
    boolean isReadOnly(String server) {
        ActionDesk known = desk;
        return known == null || known.isReadOnly(server);
    }

    /// Has the whole console be so, for this run, or not any more.
    public void readOnly(boolean all) {
        ActionDesk known = desk;
        if (known != null) {
            known.readOnly(all);
            readOnly.set(all);
        }
    }

    /// Why there is no desk; else empty.
    public DisplayText absence() {
        return absence;
    }

    /// Why nothing may be changed on any of these servers; empty when something may.
    public DisplayText refusal(Collection<ServerConfig> servers) {
        if (!absence.isEmpty()) {
            return absence;
        }
        if (readOnly.get()) {
            return Words.get("action.read-only.all");
        }
        boolean allReadOnly =
                !servers.isEmpty() && servers.stream().allMatch(ServerConfig::readOnly);
        if (!allReadOnly) {
            return DisplayText.EMPTY;
        }
        return servers.size() == 1
                ? Words.get("action.read-only", servers.iterator().next().name())
                : Words.get("action.read-only.these");
    }
}
