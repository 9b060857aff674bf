package org.spoolscope.ui.settings;

import java.io.IOException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.spoolscope.model.DisplayText;
import org.spoolscope.store.ConfigException;
import org.spoolscope.ui.fx.Background;

/// One change to what is configured, made off the JavaFX thread: whether it is under way, and why
/// it failed. After a failure everything is as it was, and it can be tried again.
public final class RegistryEdit {
    /// The change itself.
    @FunctionalInterface
    public interface Change {
        void apply(ServerRegistry registry) throws ConfigException, IOException;
    }

    private final ServerRegistry registry;
    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<DisplayText> problem =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);

    public RegistryEdit(ServerRegistry registry, Background background) {
        this.registry = registry;
        this.background = background;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last change failed, in one line; empty when it did not.
    public ReadOnlyObjectProperty<DisplayText> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Makes a change. Does nothing while one is under way.
    ///
    /// @param done called on the JavaFX thread once it is made
    public void make(Change change, Runnable done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(DisplayText.EMPTY);
        background.run(() -> {
            DisplayText why = tried(change);
            background.onScreen(() -> {
                busy.set(false);
                problem.set(why);
                if (why.isEmpty()) {
                    done.run();
                }
            });
        });
    }

    private DisplayText tried(Change change) {
        try {
            change.apply(registry);
            return DisplayText.EMPTY;
        } catch (ConfigException | IOException e) {
            String message = e.getMessage();
            return DisplayText.of(message == null ? e.getClass().getSimpleName() : message);
        }
    }
}
