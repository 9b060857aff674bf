package org.spoolscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.theme.Appearance;

@Tag("window")
@SuppressWarnings("NullAway.Init") // by show, with which each test begins
class PageScrollTest {
    private static final Offset<Double> NEARLY = Offset.offset(0.001);

    private Button button;
    private TextField field;
    private PageScroll scroll;

    /// 1,000 pixels, of which 200 are shown.
    @BeforeEach
    void show() {
        Screen.start();
        scroll =
                Screen.onScreen(() -> {
                    button = new Button("Go");
                    field = new TextField("text");
                    VBox content = new VBox(button, field);
                    content.setMinHeight(1000);
                    content.setMaxHeight(1000);
                    PageScroll made = new PageScroll();
                    made.setContent(content);
                    Screen.scene(made, Appearance.LIGHT, 300, 200);
                    return made;
                });
    }

    @Test
    void thePageScrollsWhileTheFocusIsOnAButtonInIt() {
        assertThat(after(button, KeyCode.PAGE_DOWN)).isCloseTo(0.25, NEARLY);
        assertThat(after(button, KeyCode.PAGE_DOWN)).isCloseTo(0.5, NEARLY);
        assertThat(after(button, KeyCode.PAGE_UP)).isCloseTo(0.25, NEARLY);
        assertThat(after(button, KeyCode.END)).isEqualTo(1);
        assertThat(after(button, KeyCode.PAGE_DOWN)).isEqualTo(1);
        assertThat(after(button, KeyCode.HOME)).isZero();
        assertThat(after(button, KeyCode.PAGE_UP)).isZero();
    }

    @Test
    void whatAFieldTakesDoesNotScroll() {
        assertThat(after(field, KeyCode.END)).isZero();
    }

    private double after(Node on, KeyCode key) {
        return Screen.onScreen(() -> {
            Event.fireEvent(
                    on,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return scroll.getVvalue();
        });
    }
}
