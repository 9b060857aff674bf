package org.spoolscope.ui.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Appearance;

/// Renders the page in both themes and at both sizes, for people to look at.
class DestinationPicturesTest {
    @BeforeAll
    static void start() {
        Screen.start();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void showsTheDestinations(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width;
        Size size = new Size(appearance, width - 196, height - 70);
        Scene all = picture("destinations" + suffix, size, TestingDestinations.several(), _ -> {});
        assertThat(((Label) all.lookup("#destination-summary")).getText())
                .startsWith("9 destinations, ");
        picture(
                "destinations-details" + suffix,
                size,
                TestingDestinations.one(),
                scene -> {
                    ((TableView<?>) scene.lookup("#destinations")).getSelectionModel().select(1);
                    open(scene);
                });
        picture(
                "destinations-no-log" + suffix,
                size,
                new FleetSnapshot(List.of(TestingDestinations.server("mail1", LogSnapshot.NONE))),
                _ -> {});
    }

    private static void open(Scene scene) {
        scene.lookup("#destinations")
                .fireEvent(
                        new javafx.scene.input.KeyEvent(
                                javafx.scene.input.KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                javafx.scene.input.KeyCode.ENTER,
                                false,
                                false,
                                false,
                                false));
    }

    private record Size(Appearance appearance, int width, int height) {}

    private static Scene picture(String name, Size size, FleetSnapshot fleet, Consumer<Scene> act) {
        Scene scene =
                Screen.onScreen(() -> {
                    DestinationsViewModel model =
                            new DestinationsViewModel(InstantSource.fixed(TestingLog.NOW));
                    DestinationsView view =
                            new DestinationsView(
                                    model,
                                    new Times(ZoneId.of("Europe/Oslo")),
                                    _ -> {},
                                    (_, _) -> {});
                    Scene made = Screen.scene(view, size.appearance(), size.width(), size.height());
                    model.show(fleet);
                    view.applyCss();
                    view.layout();
                    act.accept(made);
                    return made;
                });
        Screen.picture(scene);
        Screen.save(Screen.picture(scene), name);
        return scene;
    }
}
