package org.spoolscope.ui.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.ModalLayer;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The page as a person uses it.
@Tag("window")
class BlocklistsWindowTest {
    private final FxRobot robot = new FxRobot();
    private final AskedDesk desk = new AskedDesk();
    private final List<String> opened = new ArrayList<>();
    private final BlocklistsViewModel model =
            new BlocklistsViewModel(
                    new Background(Runnable::run, Runnable::run),
                    InstantSource.fixed(TestingLists.NOW),
                    new Times(ZoneOffset.UTC));
    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        Screen.start();
        stage =
                Screen.onScreen(() -> {
                    ModalLayer[] layer = new ModalLayer[1];
                    BlocklistsView view =
                            new BlocklistsView(
                                    model,
                                    desk,
                                    opened::add,
                                    dialog -> layer[0].open(dialog),
                                    (server, filter) -> opened.add(server + " | " + filter));
                    layer[0] = new ModalLayer(view);
                    Stage window = new Stage();
                    window.setScene(Screen.scene(layer[0], Appearance.DARK, 960, 760));
                    window.show();
                    window.requestFocus();
                    return window;
                });
        show(TestingLists.known());
    }

    @AfterEach
    void close() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
    }

    private void show(KnownLists known) {
        Screen.onScreen(() -> model.show(known));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).query();
    }

    private void click(String id) {
        robot.clickOn(node(id));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    private void focusMatrix() {
        robot.interact(() -> node("blocklist-matrix").requestFocus());
    }

    /// What a screen reader says where the keyboard is.
    private String current() {
        return Screen.onScreen(() ->
                ((Node)
                                Objects.requireNonNull(
                                        node("blocklist-matrix")
                                                .queryAccessibleAttribute(
                                                        AccessibleAttribute.FOCUS_ITEM)))
                        .getAccessibleText());
    }

    @Test
    void theKeyboardGoesThroughTheMatrixAndOpensDetails() {
        focusMatrix();
        assertThat(current()).isEqualTo("Spamhaus ZEN, 192.0.2.13 of mail3: Listed");
        press(KeyCode.DOWN);
        press(KeyCode.END);
        assertThat(current()).isEqualTo("SpamCop, 2001:db8::25 of mail2: no IPv6");
        press(KeyCode.HOME);
        press(KeyCode.UP);
        assertThat(node("blocklist-details").isVisible()).isFalse();
        press(KeyCode.ENTER);
        assertThat(node("blocklist-details").isVisible()).isTrue();
        assertThat(text("blocklist-details-title")).isEqualTo("192.0.2.13 · Spamhaus ZEN");
        assertThat(text("blocklist-fact-resolver")).isEqualTo("127.0.0.53 on the server");
        press(KeyCode.RIGHT);
        assertThat(text("blocklist-details-title")).isEqualTo("192.0.2.11 · Spamhaus ZEN");
        press(KeyCode.ESCAPE);
        assertThat(node("blocklist-details").isVisible()).isFalse();
        assertThat(node("blocklist-matrix").isFocused()).isTrue();
    }

    @Test
    void newerAnswersLeaveTheKeyboardWhereItIs() {
        focusMatrix();
        press(KeyCode.DOWN);
        press(KeyCode.RIGHT);
        String before = current();
        assertThat(before).isEqualTo("SpamCop, 192.0.2.11 of mail1: clean");
        KnownLists known = TestingLists.known();
        show(
                new KnownLists(
                        known.servers().reversed(), known.asked(), known.catalogue(), List.of()));
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void fewNodesShowManyAddresses() {
        show(TestingLists.many());
        focusMatrix();
        press(KeyCode.CONTROL, KeyCode.END);
        assertThat(current()).startsWith("List 40, 198.51.100.255 of relay-osl");
        assertThat(node("blocklist-matrix").lookupAll(".ss-verdict")).hasSizeLessThan(200);
        assertThat(text("blocklist-part")).contains("–256 of 256");
    }

    @Test
    void aDelistingPageIsOpenedOnlyWhenAsked() {
        assertThat(opened).isEmpty();
        click("finding-open-Spamhaus ZEN");
        assertThat(opened).containsExactly("https://check.spamhaus.example/?ip=192.0.2.13");
        click("finding-proof-Spamhaus ZEN");
        String copied = Screen.onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("Codes: 127.0.0.4\n", "A receiver's reply: 550 5.7.1");
    }

    @Test
    void mutingWantsAReason() {
        click("finding-mute-Spamhaus ZEN");
        assertThat(node("mute-confirm").isDisabled()).isTrue();
        robot.write("asked on Monday");
        press(KeyCode.ENTER);
        assertThat(desk.asked).containsExactly("mute 192.0.2.13 Spamhaus ZEN: asked on Monday");
    }

    @Test
    void listsAreChosenByTicks() {
        click("blocklist-choose");
        click("choose-SpamCop");
        click("lists-confirm");
        assertThat(desk.asked).hasSize(1);
        assertThat(desk.asked.getFirst())
                .startsWith("choose [Spamhaus ZEN, Barracuda,")
                .doesNotContain("SpamCop", "Range BL", "SORBS")
                .endsWith("every PT45M");
    }

    /// The pace that the file says is among those to choose from.
    @Test
    void howOftenIsChosenToo() {
        click("blocklist-choose");
        assertThat(((ToggleButton) node("lists-every-45")).isSelected()).isTrue();
        click("lists-every-180");
        click("lists-every-180");
        click("lists-confirm");
        assertThat(desk.asked.getFirst()).endsWith("every PT3H");
    }

    @Test
    void theUsualListsAreOneButtonAwayAndNoneWithoutItsKey() {
        click("blocklist-choose");
        assertThat(node("choose-Paid BL").isDisabled()).isTrue();
        assertThat(node("choose-Range BL").isDisabled()).isFalse();
        click("lists-usual");
        click("lists-confirm");
        assertThat(desk.asked).containsExactly("choose [Spamhaus ZEN, Range BL] every PT30M");
    }

    /// What nobody has answered yet is chosen all the same.
    @Test
    void theChoiceDoesNotWaitForAnswers() {
        show(TestingLists.of(TestingLists.unchecked(List.of(TestingLists.MAIL1), true, "")));
        click("blocklist-choose");
        click("lists-confirm");
        assertThat(desk.asked.getFirst()).startsWith("choose [Spamhaus ZEN, SpamCop, Barracuda,");
    }

    @Test
    void checkNowAndTheLogAreOneButtonAway() {
        click("blocklist-check");
        assertThat(desk.asked).containsExactly("check");
        robot.interact(() -> ((javafx.scene.control.Button) node("finding-log-Microsoft")).fire());
        assertThat(opened).containsExactly("mail1 | cause:ip-blocked");
    }
}
