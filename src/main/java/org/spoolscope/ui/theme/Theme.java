package org.spoolscope.ui.theme;

import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// The look of all windows: AtlantaFX's Primer underneath, the tokens of one appearance, and one
/// rule file over both. Follows the system's dark or light unless an appearance is forced.
///
/// Use on the JavaFX thread.
public final class Theme {
    private static final String RULES = url("spoolscope.css");

    private final ObjectProperty<@Nullable Appearance> forced = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Tokens> tokens = new ReadOnlyObjectWrapper<>();

    /// @param forced the appearance to keep, or null to follow the system
    public Theme(@Nullable Appearance forced) {
        loadFonts();
        this.forced.set(forced);
        ObservableValue<Appearance> system =
                Platform.getPreferences().colorSchemeProperty().map(Appearance::of);
        ObservableValue<Tokens> wanted =
                Bindings.createObjectBinding(
                                () -> {
                                    Appearance kept = this.forced.get();
                                    return kept == null ? system.getValue() : kept;
                                },
                                system,
                                this.forced)
                        .map(Tokens::of);
        tokens.bind(wanted);
        tokens.addListener((_, _, next) -> setUserAgentStylesheet(next));
        setUserAgentStylesheet(tokens.get());
    }

    /// Keeps `appearance` from now on; null follows the system again.
    public void force(@Nullable Appearance appearance) {
        forced.set(appearance);
    }

    public Appearance appearance() {
        return tokens.get().appearance();
    }

    /// The colours of the current appearance, for what is drawn rather than styled.
    public ReadOnlyObjectProperty<Tokens> tokens() {
        return tokens.getReadOnlyProperty();
    }

    /// Dresses a scene, also a dialog's, now and whenever the appearance changes.
    public void apply(Scene scene) {
        dress(scene);
        tokens.addListener((_, _, _) -> dress(scene));
    }

    /// Where the program's icon lies.
    ///
    /// @param size pixels of a side, see `assets/icon`
    public static String icon(int size) {
        return url("icon/spoolscope-" + size + ".png");
    }

    private void dress(Scene scene) {
        scene.getStylesheets().setAll(url(appearance().tokensFile()), RULES);
    }

    private static void setUserAgentStylesheet(Tokens tokens) {
        Application.setUserAgentStylesheet(tokens.appearance().userAgentStylesheet());
    }

    private static void loadFonts() {
        for (String file :
                new String[] {
                    "Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf"
                }) {
            Objects.requireNonNull(Font.loadFont(url("fonts/" + file), 13), file);
        }
    }

    private static String url(String file) {
        URL url = Objects.requireNonNull(Theme.class.getResource(file), file);
        return url.toExternalForm();
    }
}
