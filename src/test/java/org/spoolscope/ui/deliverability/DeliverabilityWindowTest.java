package org.spoolscope.ui.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The page as a person uses it, by keyboard.
@Tag("window")
class DeliverabilityWindowTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();
    private final TestingChecks checks =
            new TestingChecks()
                    .answer("mail3", TestingChecks.checked(true, TestingChecks.findings()));
    private final DeliverabilityViewModel model =
            new DeliverabilityViewModel(
                    new Background(Runnable::run, Runnable::run),
                    InstantSource.fixed(TestingSnapshot.NOW),
                    checks);
    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        Screen.start();
        stage =
                Screen.onScreen(() -> {
                    DeliverabilityView view = new DeliverabilityView(model, opened::add);
                    Stage window = new Stage();
                    window.setScene(Screen.scene(view, Appearance.DARK, 960, 760));
                    window.show();
                    window.requestFocus();
                    model.choose("mail3");
                    model.show(TestingChecks.fleet());
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

    private Node node(String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).query();
    }

    /// As one who got there with the Tab key.
    private void press(String id) {
        robot.interact(() -> node(id).requestFocus());
        assertThat(node(id).isFocused()).isTrue();
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theFixIsOnePressAway() {
        press("fix-198.51.100.7-ptr-missing-copy");
        assertThat(Screen.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(
                        "7.100.51.198.in-addr.arpa. IN PTR mail3.example.com.\n"
                                + "mail3.example.com. IN A 198.51.100.7");
    }

    @Test
    void evidenceIsOpenWhereSomethingIsWrongAndFoldedElsewhere() {
        assertThat(node("evidence-example.com-dmarc-missing").getParent().isVisible()).isTrue();
        Node folded = node("evidence-example.com-mx-good").getParent().getParent().getParent();
        assertThat(folded.isVisible()).isFalse();
        press("fold-example.com-mx-good");
        assertThat(folded.isVisible()).isTrue();
    }

    @Test
    void checkNowKeepsTheFocusAndTheListsAreOnePressAway() {
        press("deliverability-check");
        assertThat(checks.asked).containsExactly("mail3", "mail3");
        assertThat(node("deliverability-check").isFocused()).isTrue();
        assertThat(((Labeled) node("deliverability-check")).getText()).isEqualTo("Check now");
        press("open-lists-192.0.2.13");
        assertThat(opened).containsExactly("mail3");
    }

    @Test
    void aScreenReaderIsToldHowBadItIs() {
        assertThat(
                        robot.lookup((Node node) -> node instanceof FindingLine).queryAll().stream()
                                .map(Node::getAccessibleText)
                                .findFirst())
                .hasValueSatisfying(text ->
                        assertThat(text)
                                .startsWith(
                                        "bad, reverse DNS: The address has no name (no PTR"
                                                + " record). Many receivers refuse"));
    }
}
