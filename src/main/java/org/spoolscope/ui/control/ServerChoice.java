package org.spoolscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// A button that chooses one server, or all where that means something.
public final class ServerChoice extends StackPane {
    private final String id;
    private final Consumer<@Nullable String> choose;
    private final boolean offersAll;
    private final MenuButton button;
    private List<String> offered = List.of();
    private @Nullable String chosen;

    /// @param id of the button; its items are called `ID-all` and `ID-NAME`
    /// @param choose told the name, or null for all
    public ServerChoice(String id, Consumer<@Nullable String> choose) {
        this(id, true, choose);
    }

    private ServerChoice(String id, boolean offersAll, Consumer<@Nullable String> choose) {
        this.id = id;
        this.offersAll = offersAll;
        this.choose = choose;
        this.button = Menus.button(id, Words.get("server-choice.all"), List.of());
        button.getStyleClass().add("ss-choice");
        Labels.named(button, Words.get("server-choice.name"));
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
        offer();
    }

    /// A choice of always one.
    ///
    /// @param id of the button; its items are called `ID-NAME`
    /// @param choose told the name
    public static ServerChoice ofOne(String id, Consumer<String> choose) {
        return new ServerChoice(id, false, name -> choose.accept(Objects.requireNonNull(name)));
    }

    /// Shows what there is to choose from, and what is chosen.
    public void show(List<String> names, @Nullable String name) {
        if (!names.equals(offered) || !Objects.equals(name, chosen)) {
            offered = List.copyOf(names);
            chosen = name;
            offer();
        }
    }

    private void offer() {
        List<RadioMenuItem> items = new ArrayList<>();
        if (offersAll) {
            items.add(item("all", Words.get("server-choice.all"), null));
        }
        offered.forEach(name -> items.add(item(name, DisplayText.of(name), name)));
        button.getItems().setAll(items);
        Labels.set(button, chosen == null ? nothing() : DisplayText.of(chosen));
    }

    private DisplayText nothing() {
        return offersAll ? Words.get("server-choice.all") : Words.get("server-choice.none");
    }

    private RadioMenuItem item(String suffix, DisplayText text, @Nullable String name) {
        return Menus.choice(
                id + "-" + suffix, text, Objects.equals(name, chosen), () -> choose.accept(name));
    }
}
