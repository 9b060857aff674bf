package org.spoolscope.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.blocklist.TestingLists;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Theme;
import org.spoolscope.ui.theme.Token;
import org.spoolscope.ui.theme.Tokens;

@Tag("window")
class ServerViewTest {
    private final List<String> asked = new ArrayList<>();
    private final ExecutorService workers = Executors.newSingleThreadExecutor();

    @SuppressWarnings("NullAway.Init") // by open, with which each test begins
    private ServerView view;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Screen.start();
    }

    @AfterEach
    void stop() {
        Screen.onScreen(() -> stage.close());
        workers.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void thePageShowsItsServer(Appearance appearance) {
        open(appearance, 1228, 830);
        pages().forEach((name, server) -> {
            show(server);
            Screen.save(picture(), "server-" + name + "-" + appearance);
            assertThat(text("#server-name")).isEqualTo("mail3");
            assertNothingIsCut();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSmallWindowScrolls(Appearance appearance) {
        open(appearance, 812, 630);
        pages().forEach((name, server) -> {
            show(server);
            Screen.save(picture(), "server-small-" + name + "-" + appearance);
            assertNothingIsCut();
        });
    }

    @Test
    void aNewSnapshotDrawsTheCharts() {
        open(Appearance.DARK, 1228, 830);
        show(TestingServers.calm());
        Node chart = scene.lookup("#server-chart-host");
        int red = Tokens.of(Appearance.DARK).rgb(Token.BOUNCED);
        assertThat(pixels(chart, red)).isZero();
        show(TestingServers.diskBound());
        assertThat(pixels(chart, red)).isGreaterThan(100);
        assertThat(scene.lookup("#server-chart-queue").getAccessibleText())
                .startsWith("Queue, messages: deferred 11,")
                .contains("hold 240");
    }

    @Test
    void theArrowsShowOneMomentInAllCharts() {
        open(Appearance.DARK, 1228, 830);
        show(TestingServers.diskBound());
        Screen.onScreen(() -> {
            Node column = scene.lookup("#server-charts");
            column.fireEvent(key(javafx.scene.input.KeyCode.HOME));
        });
        Screen.save(picture(), "server-cursor");
        assertThat(texts("#server-charts")).contains("14:17:07");
        assertThat(texts("#server-chart-queue")).doesNotContain("11,084");
        assertThat(scene.getRoot().lookupAll(".ss-crosshair"))
                .hasSize(ServerChart.values().length)
                .allMatch(Node::isVisible);
    }

    @Test
    void beforeTheFirstSampleItSaysWhatIsWaitedFor() {
        open(Appearance.DARK, 1228, 830);
        show(TestingServers.calm());
        assertThat(scene.lookup("#server-charts").isVisible()).isTrue();
        show(TestingServers.connecting());
        assertThat(scene.lookup("#server-charts").isVisible()).isFalse();
        assertThat(scene.lookup("#server-tiles").isVisible()).isFalse();
        assertThat(texts(".ss-empty-state")).contains("Connecting to 192.0.2.13.");
    }

    @Test
    void aKernelWithoutPressureIsSaid() {
        open(Appearance.DARK, 1228, 830);
        show(TestingServers.withoutPsi());
        assertThat(texts("#server-chart-host")).contains("I/O pressure: " + TestingServers.NO_PSI);
    }

    @Test
    void aListingIsANoticeThatLeadsToTheBlocklists() {
        open(Appearance.DARK, 1228, 830);
        show(TestingSnapshot.of("mail3").lists(TestingLists.listedOnce()).build());
        assertThat(texts("#server-notices"))
                .contains("A blocklist names an address of this server.");
        Screen.onScreen(() -> ((Button) scene.lookup("#server-blocklists")).fire());
        assertThat(asked).containsExactly("blocklists mail3");
    }

    @Test
    void aNoticeOffersWhatHelps() {
        open(Appearance.DARK, 1228, 830);
        show(
                TestingServers.down(
                        new LinkFailure.HostKeyUnknown(
                                "192.0.2.13", "ssh-ed25519", "SHA256:abc", "AAAA", List.of()),
                        null));
        Screen.onScreen(() -> ((Button) scene.lookup("#server-accept-key")).fire());
        show(TestingServers.lost());
        Screen.onScreen(() -> ((Button) scene.lookup("#server-try-again")).fire());
        Screen.onScreen(() -> ((Button) scene.lookup("#server-pause")).fire());
        assertThat(asked).containsExactly("accept mail3", "again mail3", "pause mail3");
    }

    private static Map<String, ServerSnapshot> pages() {
        return Map.of(
                "disk-bound", TestingServers.diskBound(),
                "calm", TestingServers.calm(),
                "stopped", TestingServers.stopped(),
                "lost", TestingServers.lost(),
                "without-psi", TestingServers.withoutPsi(),
                "two-instances", TestingServers.twoInstances(),
                "new", TestingServers.new40s(),
                "paused", TestingServers.paused(),
                "mail", TestingServers.mail(),
                "connecting", TestingServers.connecting());
    }

    private void open(Appearance appearance, int width, int height) {
        Screen.onScreen(() -> {
            Theme theme = new Theme(appearance);
            view =
                    new ServerView(
                            new AskedActions(asked),
                            new Background(workers),
                            theme.tokens(),
                            new Times(ZoneOffset.UTC),
                            InstantSource.fixed(TestingServers.NOW));
            scene = Screen.scene(new StackPane(view), appearance, width, height);
            // In a window: outside one, a picture may show what was there before.
            stage = new Stage();
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
        });
    }

    private void show(ServerSnapshot server) {
        Screen.onScreen(() -> {
            view.show(server);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        paintings();
        picture();
        paintings();
    }

    /// Waits until what was asked for is painted and shown.
    private void paintings() {
        try {
            for (int i = 0; i < 20; i++) {
                workers.submit(() -> true).get(20, TimeUnit.SECONDS);
                Screen.onScreen(() -> true);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private WritableImage picture() {
        return Screen.picture(scene);
    }

    private String text(String selector) {
        return ((Labeled) scene.lookup(selector)).getText();
    }

    private List<String> texts(String selector) {
        return scene.lookup(selector).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private int pixels(Node node, int rgb) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        WritableImage picture = picture();
        int found = 0;
        for (int y = (int) bounds.getMinY(); y < bounds.getMaxY(); y++) {
            for (int x = (int) bounds.getMinX(); x < bounds.getMaxX(); x++) {
                found += (picture.getPixelReader().getArgb(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return found;
    }

    private void assertNothingIsCut() {
        double width = scene.getWidth();
        for (Node node : scene.getRoot().lookupAll(".label")) {
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            if (node.isVisible() && node.isManaged()) {
                assertThat(bounds.getMaxX()).as(node.toString()).isLessThanOrEqualTo(width);
            }
        }
    }

    private static javafx.scene.input.KeyEvent key(javafx.scene.input.KeyCode code) {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
