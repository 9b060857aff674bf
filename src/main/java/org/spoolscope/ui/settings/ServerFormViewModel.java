package org.spoolscope.ui.settings;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerConfig.Elevation;

/// What is typed into the server form, and what is wrong with it. A field's problem is told once
/// the person has typed in it, and all of them when saving was tried.
public final class ServerFormViewModel {
    /// What is typed into a field, and what is wrong with it.
    private record Entry(StringProperty text, ReadOnlyObjectWrapper<DisplayText> problem) {
        Entry(String text) {
            this(new SimpleStringProperty(text), new ReadOnlyObjectWrapper<>(DisplayText.EMPTY));
        }
    }

    private final @Nullable ServerConfig original;
    private final Set<String> taken;
    private final List<Entry> entries;
    private final ObjectProperty<@Nullable Elevation> elevation = new SimpleObjectProperty<>();
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();

    /// @param original the server that is edited, or null for a new one
    /// @param names the names in use
    public ServerFormViewModel(@Nullable ServerConfig original, List<String> names) {
        this.original = original;
        this.taken = new HashSet<>(names);
        if (original != null) {
            taken.remove(original.name());
            elevation.set(original.elevate());
            readOnly.set(original.readOnly());
        }
        entries =
                Arrays.stream(ServerField.values())
                        .map(field -> new Entry(original == null ? "" : field.of(original)))
                        .toList();
        for (ServerField field : ServerField.values()) {
            text(field).addListener(_ -> typedIn(field));
        }
        updateValid();
    }

    /// The server that is edited, or null for a new one.
    public @Nullable ServerConfig original() {
        return original;
    }

    public StringProperty text(ServerField field) {
        return entry(field).text();
    }

    /// Null: not said.
    public ObjectProperty<@Nullable Elevation> elevation() {
        return elevation;
    }

    /// Whether nothing is ever changed there.
    public BooleanProperty readOnly() {
        return readOnly;
    }

    /// What is wrong with a field; empty while nothing is, or nothing has been typed.
    public ReadOnlyObjectProperty<DisplayText> problem(ServerField field) {
        return entry(field).problem().getReadOnlyProperty();
    }

    /// Whether all fields together make a server.
    public ReadOnlyBooleanProperty valid() {
        return valid.getReadOnlyProperty();
    }

    /// Tells every problem, also of fields that were not touched.
    ///
    /// @return the first field with a problem
    public Optional<ServerField> check() {
        Optional<ServerField> first = Optional.empty();
        for (ServerField field : ServerField.values()) {
            DisplayText problem = field.problem(typed(field), taken);
            entry(field).problem().set(problem);
            if (first.isEmpty() && !problem.isEmpty()) {
                first = Optional.of(field);
            }
        }
        return first;
    }

    /// The server as typed, if it is valid. What the form has no field for is kept.
    public Optional<ServerConfig> server() {
        if (!valid.get()) {
            return Optional.empty();
        }
        String port = typed(ServerField.PORT);
        return Optional.of(
                new ServerConfig(
                        typed(ServerField.NAME),
                        typed(ServerField.HOST),
                        said(ServerField.USER),
                        port.isEmpty() ? null : Integer.valueOf(port),
                        said(ServerField.IDENTITY),
                        original == null ? null : original.jump(),
                        said(ServerField.LOG),
                        said(ServerField.INSTANCE),
                        original == null ? List.of() : original.addresses(),
                        ServerField.tags(typed(ServerField.TAGS)),
                        elevation.get(),
                        readOnly.get()));
    }

    private Entry entry(ServerField field) {
        return entries.get(field.ordinal());
    }

    private void typedIn(ServerField field) {
        entry(field).problem().set(field.problem(typed(field), taken));
        updateValid();
    }

    private void updateValid() {
        boolean all = true;
        for (ServerField field : ServerField.values()) {
            all &= field.problem(typed(field), taken).isEmpty();
        }
        valid.set(all);
    }

    private String typed(ServerField field) {
        return text(field).get().strip();
    }

    private @Nullable String said(ServerField field) {
        String text = typed(field);
        return text.isEmpty() ? null : text;
    }
}
