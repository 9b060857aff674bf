package org.spoolscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

@Tag("window")
@Tag("display")
@SuppressWarnings("NullAway.Init") // by open, with which each test begins
class ToastLayerWindowTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> undone = new ArrayList<>();
    private ToastLayer layer;
    private TextField field;
    private Button button;
    private Stage stage;

    @BeforeEach
    void open() {
        Screen.start();
        stage =
                Screen.onScreen(() -> {
                    field = new TextField();
                    button = new Button();
                    layer = new ToastLayer(new VBox(field, button));
                    Stage window = new Stage();
                    window.setScene(Screen.scene(layer, Appearance.DARK, 800, 400));
                    window.show();
                    window.requestFocus();
                    button.requestFocus();
                    return window;
                });
    }

    @AfterEach
    void close() {
        Screen.onScreen(stage::close);
    }

    private void offer(String text) {
        Screen.onScreen(() ->
                layer.offer(
                        DisplayText.of(text),
                        DisplayText.of("Until 14:32"),
                        DisplayText.of("Undo"),
                        () -> undone.add(text)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node toast() {
        return robot.lookup("#toast").query();
    }

    @Test
    void isUndoneByItsKeyOnceAsLongAsItShows() {
        offer("497 on hold.");
        assertThat(toast().isVisible()).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(undone).containsExactly("497 on hold.");
        assertThat(toast().isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(undone).hasSize(1);
    }

    @Test
    void theNewestReplacesTheOneBefore() {
        offer("first");
        offer("second");
        assertThat(robot.lookup("#toast-text").queryLabeled().getText()).isEqualTo("second");
        robot.clickOn("#toast-undo");
        assertThat(undone).containsExactly("second");
    }

    @Test
    void theKeyIsTheFieldsOwnWhereTextIsTyped() {
        offer("497 on hold.");
        Screen.onScreen(() -> field.requestFocus());
        robot.write("abc");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(undone).isEmpty();
        assertThat(field.getText()).isNotEqualTo("abc");
    }

    @Test
    void isReachedByTheKeyboardAndPutAwayWithEscape() {
        offer("497 on hold.");
        robot.push(KeyCode.TAB);
        assertThat(robot.lookup("#toast-undo").query().isFocused()).isTrue();
        assertThat(robot.lookup("#toast-undo").query().getAccessibleText())
                .isEqualTo("Undo: 497 on hold.");
        robot.push(KeyCode.ESCAPE);
        assertThat(toast().isVisible()).isFalse();
        assertThat(undone).isEmpty();
    }

    @Test
    void whatCannotBeUndoneHasNoButton() {
        Screen.onScreen(() -> layer.show(DisplayText.of("12 requeued."), DisplayText.EMPTY));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(toast().isVisible()).isTrue();
        assertThat(robot.lookup("#toast-undo").query().isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(toast().isVisible()).isTrue();
    }
}
