package org.spoolscope.ui.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.ModalLayer;
import org.spoolscope.ui.theme.Appearance;

/// Renders the page in both themes and at both sizes, for people to look at.
class BlocklistPicturesTest {
    private record Size(Appearance appearance, int width, int height) {}

    @BeforeAll
    static void start() {
        Screen.start();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void showsTheLists(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width;
        Size size = new Size(appearance, width - 196, height - 70);
        Scene all = picture("blocklists" + suffix, size, TestingLists.known(), (_, _) -> {});
        assertThat(((Labeled) all.lookup("#blocklist-summary")).getText())
                .isEqualTo(
                        "4 addresses · 13 lists · asked through each server's own resolver · 6 min"
                                + " ago");
        assertWhole(all.lookup("#blocklist-check"), size);
        picture(
                "blocklists-details" + suffix,
                size,
                TestingLists.known(),
                (scene, model) -> {
                    model.open(0, 0);
                    scene.lookup("#blocklist-matrix").requestFocus();
                });
        picture(
                "blocklists-many" + suffix,
                size,
                muted(),
                (scene, _) ->
                        ((javafx.scene.control.ToggleButton) scene.lookup("#blocklist-absent-fold"))
                                .setSelected(true));
        picture("blocklists-wide" + suffix, size, TestingLists.many(), (_, _) -> {});
        picture(
                "blocklists-trouble" + suffix,
                size,
                TestingLists.of(
                        TestingLists.unchecked(
                                List.of("192.0.2.10"),
                                false,
                                "forwarding is refused (AllowTcpForwarding no in"
                                        + " /etc/ssh/sshd_config)")),
                (_, _) -> {});
        picture(
                "blocklists-mute" + suffix,
                size,
                TestingLists.known(),
                (scene, _) -> fire(scene, "#finding-mute-Spamhaus ZEN"));
        picture(
                "blocklists-choose" + suffix,
                size,
                TestingLists.known(),
                (scene, _) -> fire(scene, "#blocklist-choose"));
    }

    private static KnownLists muted() {
        KnownLists known = TestingLists.known();
        return new KnownLists(
                known.servers(),
                TestingLists.watch(List.of("203.0.113.9"), TestingLists.SPAMCOP, List.of(), ""),
                known.catalogue(),
                List.of(
                        new Mute(
                                TestingLists.MAIL3,
                                "Spamhaus ZEN",
                                "removal asked for on Monday",
                                Instant.EPOCH)));
    }

    private static void fire(Scene scene, String id) {
        Node button =
                scene.getRoot().lookupAll(".button").stream()
                        .filter(node -> id.substring(1).equals(node.getId()))
                        .findFirst()
                        .orElseThrow();
        ((javafx.scene.control.Button) button).fire();
    }

    private static void assertWhole(Node node, Size size) {
        assertThat(node.localToScene(node.getBoundsInLocal()).getMaxX()).isLessThan(size.width());
    }

    private static Scene picture(
            String name, Size size, KnownLists known, BiConsumer<Scene, BlocklistsViewModel> act) {
        Scene scene =
                Screen.onScreen(() -> {
                    BlocklistsViewModel model =
                            new BlocklistsViewModel(
                                    new Background(Runnable::run, Runnable::run),
                                    InstantSource.fixed(TestingLists.NOW),
                                    new Times(ZoneId.of("Europe/Oslo")));
                    ModalLayer[] layer = new ModalLayer[1];
                    BlocklistsView view =
                            new BlocklistsView(
                                    model,
                                    new AskedDesk(),
                                    _ -> {},
                                    dialog -> layer[0].open(dialog),
                                    (_, _) -> {});
                    layer[0] = new ModalLayer(view);
                    Scene made =
                            Screen.scene(layer[0], size.appearance(), size.width(), size.height());
                    model.show(known);
                    layer[0].applyCss();
                    layer[0].layout();
                    act.accept(made, model);
                    return made;
                });
        Screen.picture(scene);
        Screen.save(Screen.picture(scene), name);
        return scene;
    }
}
