package org.spoolscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The dialogs as a person uses them.
@Tag("window")
@Tag("display")
class ServerDialogsWindowTest {
    private final FxRobot robot = new FxRobot();
    private final TestingRegistry registry = new TestingRegistry();
    private final List<ServerConfig> saved = new ArrayList<>();
    private @Nullable Stage stage;

    @BeforeEach
    void start() {
        Screen.start();
    }

    @AfterEach
    void close() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
    }

    private void open(Consumer<ServerDialogs> opened) {
        stage =
                Screen.onScreen(() -> {
                    ModalLayer layer = new ModalLayer(new StackPane(new Button()));
                    Stage window = new Stage();
                    window.setScene(Screen.scene(layer, Appearance.DARK, 960, 900));
                    window.show();
                    window.requestFocus();
                    opened.accept(
                            new ServerDialogs(
                                    layer,
                                    registry,
                                    new Background(Runnable::run, Runnable::run),
                                    (_, _) -> Optional.of(Path.of("/home/ann/.ssh/id_mail"))));
                    return window;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Where it is once everything is where it belongs.
    private void click(String query) {
        robot.interact(() -> {
            if (stage != null) {
                stage.getScene().getRoot().layout();
            }
        });
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String query, String text) {
        click(query);
        robot.interact(() -> robot.lookup(query).queryTextInputControl().setText(text));
    }

    private String text(String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private boolean isThere(String query) {
        return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
    }

    @Test
    void aServerIsAddedByItsForm() {
        open(dialogs -> dialogs.add(saved::add));
        click("#server-save");
        assertThat(text("#server-name-problem")).startsWith("Give it a name");
        assertThat(registry.servers).isEmpty();
        type("#server-name", "mail1");
        assertThat(isThere("#server-name-problem")).isFalse();
        type("#server-host", "ops@192.0.2.1");
        assertThat(text("#server-host-problem")).contains("field of its own");
        type("#server-host", "192.0.2.1");
        type("#server-user", "ops");
        click("#server-identity-choose");
        click("#elevate-sudo");
        click("#server-read-only");
        click("#server-save");
        assertThat(registry.servers).isEqualTo(saved).hasSize(1);
        ServerConfig server = saved.getFirst();
        assertThat(server.user()).isEqualTo("ops");
        assertThat(server.identity()).isEqualTo("/home/ann/.ssh/id_mail");
        assertThat(server.elevate()).isEqualTo(ServerConfig.Elevation.SUDO);
        assertThat(server.readOnly()).isTrue();
        assertThat(isThere("#server-dialog")).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenKeepsTheFormOpen() {
        registry.failure = "servers.toml: read-only file system";
        open(dialogs -> dialogs.add(saved::add));
        type("#server-name", "mail1");
        type("#server-host", "192.0.2.1");
        click("#server-save");
        assertThat(isThere("#not-saved")).isTrue();
        assertThat(robot.lookup("#not-saved .ss-muted").queryLabeled().getText())
                .isEqualTo("servers.toml: read-only file system");
        assertThat(saved).isEmpty();
    }

    @Test
    void aTestAsksForTheKeyAndGoesOn() {
        registry.results.add(new ConnectionTest.Failed(DialogPicturesTest.UNKNOWN));
        registry.results.add(DialogPicturesTest.PASSED);
        open(dialogs -> dialogs.add(saved::add));
        type("#server-name", "mail1");
        type("#server-host", "192.0.2.1");
        click("#server-test");
        assertThat(text("#host-key-fingerprint"))
                .isEqualTo(DialogPicturesTest.UNKNOWN.fingerprint());
        click("#host-key-accept");
        assertThat(registry.done)
                .containsExactly(
                        "test 192.0.2.1",
                        "trust mail1 " + DialogPicturesTest.UNKNOWN.fingerprint(),
                        "test 192.0.2.1");
        assertThat(isThere("#capabilities")).isTrue();
        assertThat(text("#grant-read_log")).isEqualTo("usermod -aG adm ops");
    }

    @Test
    void grantsOfSeveralLinesStayLines() {
        registry.results.add(DialogPicturesTest.PASSED);
        open(dialogs -> dialogs.edit(ServerConfig.of("mail1", "192.0.2.1"), saved::add));
        click("#server-test");
        assertThat(text("#grant-act_as_root")).endsWith("/usr/sbin/postsuper -h -");
        assertThat(text("#grant-act_as_root-2")).endsWith("/usr/sbin/postsuper -H -");
        robot.interact(() -> robot.lookup("#grant-act_as_root-copy").queryButton().fire());
        assertThat(clipboard())
                .containsExactly(
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -h -",
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -H -");
        robot.interact(() -> robot.lookup("#copy-grants").queryButton().fire());
        assertThat(clipboard())
                .containsExactly(
                        "# To grant it, as root on the server:",
                        "usermod -aG adm ops",
                        "# To grant it, in /etc/sudoers.d/spoolscope on the server (visudo -f):",
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -h -",
                        "ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -H -");
    }

    @Test
    void aResultForOtherSettingsIsTakenAway() {
        registry.results.add(DialogPicturesTest.PASSED);
        open(dialogs -> dialogs.edit(ServerConfig.of("mail1", "192.0.2.1"), saved::add));
        click("#server-test");
        assertThat(isThere("#capabilities")).isTrue();
        robot.interact(() -> robot.lookup("#elevate-none").queryAs(ToggleButton.class).fire());
        assertThat(isThere("#capabilities")).isFalse();
    }

    private static List<String> clipboard() {
        return Screen.onScreen(() -> Clipboard.getSystemClipboard().getString()).lines().toList();
    }

    @Test
    void aKeyIsAcceptedOnlyByTheButton() {
        open(dialogs -> dialogs.hostKey("mail1", DialogPicturesTest.UNKNOWN));
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(registry.done).isEmpty();
        close();
        open(dialogs -> dialogs.hostKey("mail1", DialogPicturesTest.UNKNOWN));
        click("#host-key-accept");
        assertThat(registry.done)
                .containsExactly("trust mail1 " + DialogPicturesTest.UNKNOWN.fingerprint());
        assertThat(isThere("#host-key-dialog")).isFalse();
    }

    @Test
    void aChangedKeyHasNoWayOn() {
        open(dialogs -> dialogs.hostKeyChanged(DialogPicturesTest.CHANGED));
        assertThat(text("#host-key-on-file"))
                .isEqualTo(DialogPicturesTest.CHANGED.knownFingerprint());
        assertThat(text("#host-key-shown"))
                .isEqualTo(DialogPicturesTest.CHANGED.shownFingerprint());
        assertThat(text("#host-key-where")).isEqualTo("~/.ssh/known_hosts:12");
        assertThat(
                        robot
                                .lookup("#host-key-changed-dialog .button")
                                .queryAllAs(Button.class)
                                .stream()
                                .map(Node::getId))
                .containsExactlyInAnyOrder("host-key-remove-copy", "host-key-close");
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isThere("#host-key-changed-dialog")).isFalse();
        assertThat(registry.done).isEmpty();
    }

    @Test
    void aPassphraseIsHandedOver() {
        open(dialogs -> dialogs.passphrase(new LinkFailure.PassphraseNeeded("/k", true)));
        assertThat(isThere("#passphrase-problem")).isTrue();
        robot.write("sesame");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(registry.done).containsExactly("passphrase /k sesame");
        assertThat(isThere("#passphrase-dialog")).isFalse();
    }

    @Test
    void aServerIsForgottenOnlyWhenConfirmed() {
        registry.servers.add(ServerConfig.of("mail1", "192.0.2.1"));
        open(dialogs -> dialogs.remove("mail1", () -> registry.done.add("removed")));
        assertThat(isThere("#remove-dialog .scroll-pane")).isFalse();
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(registry.names()).containsExactly("mail1");
        close();
        open(dialogs -> dialogs.remove("mail1", () -> registry.done.add("removed")));
        click("#remove-confirm");
        assertThat(registry.names()).isEmpty();
        assertThat(registry.done).containsExactly("removed");
    }
}
