package org.spoolscope.ui.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerConfig.Elevation;
import org.spoolscope.model.Words;
import org.spoolscope.store.ConfigException;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// The form for a new server or another server's settings, with a connection test.
final class ServerDialog {
    private static final double WIDTH = 660;

    private final ServerFormViewModel form;
    private final ConnectionTestViewModel test;
    private final RegistryEdit edit;
    private final FileChoice files;
    private final Consumer<ServerConfig> saved;
    private final ModalDialog dialog;
    private final Banner notSaved = new Banner();
    private final FormField name;

    /// @param saved called on the JavaFX thread with what was saved
    ServerDialog(
            ServerFormViewModel form,
            ConnectionTestViewModel test,
            RegistryEdit edit,
            FileChoice files,
            Consumer<ServerConfig> saved) {
        this.form = form;
        this.test = test;
        this.edit = edit;
        this.files = files;
        this.saved = saved;
        ServerConfig original = form.original();
        this.dialog =
                original == null
                        ? new ModalDialog(
                                "server-dialog",
                                Words.get("settings.add.title"),
                                Words.get("settings.add.subtitle"),
                                WIDTH)
                        : new ModalDialog(
                                "server-dialog",
                                Words.get("settings.edit.title", original.name()),
                                Words.get("settings.edit.subtitle"),
                                WIDTH);
        this.name = field(ServerField.NAME);
        edit.problem().addListener((_, _, why) -> showProblem(why));
        showProblem(edit.problem().get());
        for (ServerField field : ServerField.values()) {
            form.text(field).addListener(_ -> test.cancel());
        }
        form.elevation().addListener(_ -> test.cancel());
    }

    ModalDialog dialog() {
        TestPane result = new TestPane(test, form);
        test.state().addListener((_, _, _) -> dialog.reveal(result));
        return dialog.body(fields(), Boxes.rule(), result, notSaved)
                .foot(testButton(), Boxes.space(), cancelButton(), saveButton())
                .first(name.input())
                .onClose(test::cancel);
    }

    private Node fields() {
        FormField identity =
                field(
                        ServerField.IDENTITY,
                        Buttons.of(
                                "server-identity-choose",
                                Words.get("settings.choose"),
                                this::chooseIdentity));
        GridPane grid = new GridPane();
        grid.getStyleClass().add(DialogStyle.FORM);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(0, name, field(ServerField.HOST));
        grid.addRow(1, field(ServerField.USER), field(ServerField.PORT));
        grid.addRow(2, identity, elevation());
        grid.addRow(3, field(ServerField.INSTANCE), field(ServerField.LOG));
        grid.addRow(4, field(ServerField.TAGS), readOnly());
        return Boxes.column(
                Style.GAP_14,
                grid,
                Labels.wrapped(Words.get("settings.optional"), Style.SMALL, Style.SUBTLE));
    }

    private FormField field(ServerField field, Node... besides) {
        return new FormField(field, form, besides);
    }

    private Node elevation() {
        ToggleGroup group = new ToggleGroup();
        HBox choices = new HBox();
        choices.getStyleClass().add(Style.SEGMENT);
        choices.setMaxWidth(HBox.USE_PREF_SIZE);
        addChoice(choices, group, "unset", null);
        addChoice(choices, group, "sudo", Elevation.SUDO);
        addChoice(choices, group, "none", Elevation.NONE);
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    }
                });
        VBox column =
                Boxes.column(
                        Style.GAP_4,
                        Labels.of(Words.get("settings.elevate"), Style.MUTED),
                        choices);
        Labels.hint(choices, Words.get("settings.elevate.hint"));
        return column;
    }

    private Node readOnly() {
        CheckBox box = Fields.check("server-read-only", Words.get("settings.read-only.box"));
        box.selectedProperty().bindBidirectional(form.readOnly());
        Labels.hint(box, Words.get("settings.read-only.hint"));
        HBox line = Boxes.row(Style.GAP_8, box);
        line.setMinHeight(32); // as high as the fields beside it
        return Boxes.column(
                Style.GAP_4, Labels.of(Words.get("settings.read-only"), Style.MUTED), line);
    }

    private void addChoice(
            HBox choices, ToggleGroup group, String key, @Nullable Elevation elevation) {
        ToggleButton button =
                Buttons.choice("elevate-" + key, Words.get("settings.elevate." + key), group);
        button.setSelected(form.elevation().get() == elevation);
        button.setOnAction(_ -> form.elevation().set(elevation));
        choices.getChildren().add(button);
    }

    private Button testButton() {
        return Buttons.of(
                "server-test", Words.get("settings.test"), () -> checked().ifPresent(test::start));
    }

    private Button cancelButton() {
        return Buttons.of("server-cancel", Words.get("settings.cancel"), dialog::close);
    }

    private Button saveButton() {
        String key = form.original() == null ? "settings.save.add" : "settings.save";
        Button save = Buttons.primary("server-save", Words.get(key), this::save);
        save.disableProperty().bind(edit.busy());
        return save;
    }

    private void save() {
        checked()
                .ifPresent(server ->
                        edit.make(
                                registry -> put(registry, server),
                                () -> {
                                    dialog.close();
                                    saved.accept(server);
                                }));
    }

    private void put(ServerRegistry registry, ServerConfig server)
            throws ConfigException, IOException {
        ServerConfig original = form.original();
        if (original == null) {
            registry.add(server);
        } else {
            registry.replace(original.name(), server);
        }
    }

    /// The server as typed; else the first wrong field gets the focus.
    private Optional<ServerConfig> checked() {
        Optional<ServerField> wrong = form.check();
        wrong.map(field -> dialog.lookup("#" + field.id())).ifPresent(Node::requestFocus);
        return form.server();
    }

    private void chooseIdentity() {
        files.choose(Words.get("settings.choose.title"), dialog.getScene().getWindow())
                .ifPresent(file -> form.text(ServerField.IDENTITY).set(file.toString()));
    }

    private void showProblem(DisplayText why) {
        notSaved.setId("not-saved");
        notSaved.show(new Sentence(Words.get("settings.not-saved"), why), Tone.BAD, List.of());
        Boxes.show(notSaved, !why.isEmpty());
        if (!why.isEmpty()) {
            dialog.reveal(notSaved);
        }
    }
}
