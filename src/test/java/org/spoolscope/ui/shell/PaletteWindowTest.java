package org.spoolscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Style;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The palette as a person uses it: with the keyboard alone.
@Tag("window")
class PaletteWindowTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel model =
            new PaletteViewModel(
                    new Background(Runnable::run, Runnable::run),
                    place -> done.add(place.toString()),
                    address -> done.add("check " + address),
                    () ->
                            List.of(
                                    new Command(
                                            DisplayText.of("List all queues now"),
                                            DisplayText.of("F5"),
                                            () -> done.add("list"))));
    private final Button besides = Buttons.of("besides", DisplayText.of("Besides"), () -> {});
    private final Palette palette = Screen.onScreen(() -> new Palette(model, this::left));
    private @Nullable Stage stage;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    private void left() {
        done.add("left");
        besides.requestFocus();
    }

    private void open(Appearance appearance) {
        stage =
                Screen.onScreen(() -> {
                    model.show(
                            new FleetSnapshot(
                                    List.of(
                                            TestingSnapshot.of("mail1").queued(1_234).build(),
                                            TestingSnapshot.of("mail2").build())));
                    HBox head = Boxes.row(Style.GAP_14, besides, new Region(), palette.field());
                    head.getStyleClass().add(Style.HEADER);
                    BorderPane frame = new BorderPane();
                    frame.setTop(head);
                    Stage window = new Stage();
                    window.setScene(
                            Screen.scene(new StackPane(frame, palette), appearance, 820, 420));
                    window.show();
                    window.requestFocus();
                    besides.requestFocus();
                    return window;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
    }

    private TextField field() {
        return (TextField) palette.field().lookup("#search");
    }

    private void press(KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void start() {
        Screen.onScreen(palette::start);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @ParameterizedTest
    @EnumSource
    void theKeyboardAloneFindsTakesAndGivesUp(Appearance appearance) {
        open(appearance);
        Screen.onScreen(() -> field().requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(palette.isVisible()).isFalse();
        press(KeyCode.ESCAPE);
        done.clear();

        start();
        assertThat(palette.isVisible()).isTrue();
        robot.write("mail");
        press(KeyCode.DOWN);
        assertThat(field().getAccessibleText())
                .isEqualTo(
                        "Search everywhere. Server: mail2 mail2.example.com · 10 queued. 2 of 4");
        Screen.save(
                Screen.picture(palette.getScene()),
                "palette-" + appearance.name().toLowerCase(Locale.ROOT));
        press(KeyCode.ENTER);
        assertThat(done).containsExactly("Server[name=mail2]", "left");
        assertThat(field().getText()).isEmpty();
        assertThat(palette.isVisible()).isFalse();

        start();
        robot.write("192.0.2.7");
        press(KeyCode.ESCAPE);
        assertThat(besides.isFocused()).isTrue();
        assertThat(palette.isVisible()).isFalse();
        assertThat(field().getText()).isEmpty();
        assertThat(done).hasSize(2);

        start();
        robot.write("192.0.2.7");
        Node first = palette.lookup("#palette-0");
        robot.clickOn(first);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(done).contains("check 192.0.2.7");
    }
}
