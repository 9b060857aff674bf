package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.ui.HiddenText;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.ShownText;
import org.spoolscope.ui.ShowsAddressesAgain;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody shares the screen, and hides with one key who writes and who is written to.
@Tag("window")
@Tag("display")
@SuppressWarnings("NullAway.Init") // by open, with which each test begins
@ExtendWith(ShowsAddressesAgain.class)
class AddressHidingWindowTest {
    private final ConsoleRobot robot = new ConsoleRobot();
    private @TempDir Path folder;
    private TestingConsole window;

    @BeforeEach
    void open() throws Exception {
        Screen.start();
        DemoFleet demo = DemoFleet.start(200, 1, 1);
        window = new TestingConsole(demo, folder, demo.servers(), Appearance.DARK, 1440, 900);
        robot.await("it is live", () -> robot.text("#status-live").equals("1 of 1 servers live"));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void noPageShowsANameUntilTheKeyIsPressedAgain() throws Exception {
        openDetails();
        assertThat(namesShown()).isNotEmpty();
        assertThat(robot.text("#address-switch")).isEqualTo("Mail addresses shown");

        robot.push(KeyCode.F9);
        assertThat(robot.text("#address-switch")).isEqualTo("Mail addresses hidden");
        assertThat(shown()).anyMatch(text -> text.matches("•\\w{4}@.+"));
        for (int page = 1; page <= 7; page++) {
            robot.push(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + page));
            robot.push(KeyCode.DOWN);
            assertThat(namesShown()).as("page " + page).isEmpty();
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.await("a line", () -> now().stream().anyMatch(text -> text.contains("to=<•")));
        assertThat(namesShown()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ENTER);

        robot.push(KeyCode.F9);
        assertThat(namesShown()).isNotEmpty();
        assertThat(robot.text("#address-switch")).isEqualTo("Mail addresses shown");
    }

    @Test
    void whatIsTypedIsDots() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.write("/to:jane@shop.example");
        assertThat(seen("#filter")).isEqualTo("to:jane@shop.example");
        robot.push(KeyCode.F9);
        assertThat(seen("#filter")).isEqualTo("to:••••@shop.example");
        robot.write("x");
        assertThat(seen("#filter")).isEqualTo("to:••••@shop.examplex");
        assertThat(robot.lookup("#filter").queryTextInputControl().getText())
                .isEqualTo("to:jane@shop.examplex");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("to:••••@shop.examplex");
        assertThat(spoken("#filter")).isEqualTo("Filter");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("jane@shop.example");
        robot.await("an offer", () -> now().stream().anyMatch(text -> text.startsWith("Follow •")));
        assertThat(namesShown()).isEmpty();
        robot.push(KeyCode.F9);
        assertThat(seen("#filter")).isEqualTo("to:jane@shop.examplex");
    }

    @Test
    void whatIsCopiedIsHiddenToo() throws Exception {
        openDetails();
        String to = robot.text("#details-recipients .label");
        robot.click("#details-copy");
        assertThat(clipboard()).contains(to);
        robot.push(KeyCode.F9);
        robot.click("#details-copy");
        assertThat(clipboard()).contains(to.substring(to.indexOf('@')));
        assertThat(HiddenText.namesIn(clipboard())).isEmpty();
    }

    @Test
    void dialogsNameNobody() throws Exception {
        openDetails();
        robot.click("#details-read");
        robot.await("its headers", () -> robot.isThere("#content-lines"));
        assertThat(namesShown()).isNotEmpty();
        robot.push(KeyCode.F9);
        assertThat(robot.isThere("#content-lines")).isFalse();
        assertThat(robot.text("#content-state"))
                .startsWith("Not shown while mail addresses are hidden");
        assertThat(robot.isThere("#content-body") || robot.isThere("#content-copy")).isFalse();
        robot.push(KeyCode.F9);
        assertThat(robot.isThere("#content-lines")).isTrue();
        robot.push(KeyCode.F9);
        robot.push(KeyCode.ESCAPE);
        robot.click("#queue-hold");
        robot.await("its preview", () -> robot.isThere("#action-sample"));
        assertThat(robot.text("#action-senders")).contains("@");
        assertThat(namesShown()).isEmpty();
        robot.push(KeyCode.F9);
        assertThat(namesShown()).isNotEmpty();
    }

    private void openDetails() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.await(
                "its queue",
                () -> !robot.lookup("#messages").queryTableView().getItems().isEmpty());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        robot.await("the details", () -> robot.isThere("#details"));
    }

    private Set<String> namesShown() {
        Set<String> names = new TreeSet<>();
        shown().forEach(text -> names.addAll(HiddenText.namesIn(text)));
        return names;
    }

    /// All that stands in the window, to the eye and to a screen reader.
    private Set<String> shown() {
        WaitForAsyncUtils.waitForFxEvents();
        Callable<Set<String>> texts = this::now;
        return Screen.onScreen(texts);
    }

    /// On the JavaFX thread.
    private Set<String> now() {
        Parent root = window.stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        return ShownText.of(root);
    }

    /// What a field shows.
    private String seen(String query) {
        WaitForAsyncUtils.waitForFxEvents();
        TextInputControl field = robot.lookup(query).queryTextInputControl();
        return robot.from(field).lookup(".text").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .filter(text -> !text.equals(field.getPromptText()))
                .collect(Collectors.joining());
    }

    /// What a screen reader calls a field.
    private Object spoken(String query) {
        TextInputControl field = robot.lookup(query).queryTextInputControl();
        return Screen.onScreen(() -> field.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private String clipboard() {
        return Screen.onScreen(() -> Clipboard.getSystemClipboard().getString());
    }
}
