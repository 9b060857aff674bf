package org.spoolscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Instance;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;

/// Renders every dialog in both themes and at both sizes, for people to look at, and checks that
/// its buttons are in view.
class DialogPicturesTest {
    static final LinkFailure.HostKeyUnknown UNKNOWN =
            new LinkFailure.HostKeyUnknown(
                    "[mail1.example.org]:2222",
                    "ssh-ed25519",
                    "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGLTbrFpTOAplLWzQ+E",
                    "AAAA",
                    List.of());
    static final LinkFailure.HostKeyChanged CHANGED =
            new LinkFailure.HostKeyChanged(
                    "mail1.example.org",
                    "ssh-ed25519",
                    "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGLTbrFpTOAplLWzQ+E",
                    "SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM",
                    "~/.ssh/known_hosts:12");
    static final ConnectionTest.Passed PASSED =
            new ConnectionTest.Passed(
                    new ServerFacts(
                            "3.7.11",
                            "mail1.example.org",
                            "Linux 6.1.0-18-amd64",
                            "ops",
                            List.of(
                                    new Instance("-", "", true, "/etc/postfix"),
                                    new Instance("postfix-out", "mta", true, "/etc/postfix-out")),
                            "/var/spool/postfix",
                            "",
                            ZoneOffset.UTC,
                            Duration.ZERO),
                    List.of(
                            can(Capability.Kind.LIST_QUEUE, "postqueue -j ended with status 0"),
                            can(Capability.Kind.FLUSH, "authorized_flush_users = static:anyone"),
                            cannot(
                                    Capability.Kind.READ_LOG,
                                    "/var/log/mail.log: Permission denied",
                                    "usermod -aG adm ops"),
                            cannot(
                                    Capability.Kind.ACT_AS_ROOT,
                                    "sudo: a password is required",
                                    """
                                    ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -h -
                                    ops ALL=(root) NOPASSWD: /usr/sbin/postsuper -H -
                                    """),
                            can(Capability.Kind.SAMPLE_HOST, "/proc/stat, /proc/pressure/io"),
                            can(Capability.Kind.REACH_RESOLVER, "127.0.0.53 answers")));

    @BeforeAll
    static void start() {
        Screen.start();
    }

    private static Capability can(Capability.Kind kind, String evidence) {
        return new Capability(kind, true, evidence, "");
    }

    private static Capability cannot(Capability.Kind kind, String evidence, String grant) {
        return new Capability(kind, false, evidence, grant);
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void theirButtonsAreInView(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        picture(
                "dialog-add" + suffix,
                appearance,
                width,
                height,
                _ -> {},
                dialogs -> dialogs.add(_ -> {}));
        for (ConnectionTest result :
                List.of(
                        PASSED,
                        new ConnectionTest.Failed(UNKNOWN),
                        new ConnectionTest.Failed(CHANGED),
                        new ConnectionTest.Failed(
                                new LinkFailure.AuthenticationRefused(
                                        "ops", List.of("ED25519 ~/.ssh/id_ed25519"))),
                        new ConnectionTest.Failed(
                                new LinkFailure.PassphraseNeeded(
                                        "/home/ann/.ssh/id_mail", true)))) {
            String name =
                    result instanceof ConnectionTest.Failed(LinkFailure failure)
                            ? failure.getClass().getSimpleName()
                            : "passed";
            picture(
                    "dialog-test-" + name + suffix,
                    appearance,
                    width,
                    height,
                    registry -> registry.results.add(result),
                    dialogs -> dialogs.edit(server(), _ -> {}));
        }
        picture(
                "dialog-remove" + suffix,
                appearance,
                width,
                height,
                _ -> {},
                dialogs -> dialogs.remove("mail1", () -> {}));
        picture(
                "dialog-hostkey" + suffix,
                appearance,
                width,
                height,
                _ -> {},
                dialogs -> dialogs.hostKey("mail1", UNKNOWN));
        picture(
                "dialog-hostkey-changed" + suffix,
                appearance,
                width,
                height,
                _ -> {},
                dialogs -> dialogs.hostKeyChanged(CHANGED));
        picture(
                "dialog-passphrase" + suffix,
                appearance,
                width,
                height,
                _ -> {},
                dialogs ->
                        dialogs.passphrase(
                                new LinkFailure.PassphraseNeeded("/home/ann/.ssh/id_mail", true)));
    }

    private static ServerConfig server() {
        return ServerConfig.of("mail1", "mail1.example.org")
                .withUser("ops")
                .withPort(2222)
                .withTags(List.of("campaign", "oslo"));
    }

    private static void picture(
            String name,
            Appearance appearance,
            int width,
            int height,
            Consumer<TestingRegistry> before,
            Consumer<ServerDialogs> open) {
        TestingRegistry registry = new TestingRegistry();
        registry.servers.add(server());
        before.accept(registry);
        Scene scene =
                Screen.onScreen(() -> {
                    ModalLayer layer = new ModalLayer(new StackPane());
                    Scene made = Screen.scene(layer, appearance, width, height);
                    open.accept(
                            new ServerDialogs(
                                    layer,
                                    registry,
                                    new Background(Runnable::run, Runnable::run),
                                    (_, _) -> Optional.empty()));
                    if (name.startsWith("dialog-add")) {
                        ((TextInputControl) layer.lookup("#server-name")).setText("mail1");
                        ((TextInputControl) layer.lookup("#server-host")).setText("ops@mail1");
                    }
                    if (layer.lookup("#server-test") instanceof Button test
                            && !registry.results.isEmpty()) {
                        test.fire();
                    }
                    return made;
                });
        Screen.save(Screen.picture(scene), name);
        Screen.onScreen(() -> {
            for (Node button : scene.getRoot().lookupAll(".ss-dialog-foot > .button")) {
                Bounds place = button.localToScene(button.getBoundsInLocal());
                assertThat(place.getMaxY()).as(name).isLessThan(height);
                assertThat(place.getMaxX()).as(name).isLessThan(width);
            }
        });
    }
}
