package org.spoolscope.ui.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ui.TestingSnapshot.NOW;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.blocklist.TestingLists;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Theme;
import org.spoolscope.ui.theme.Token;
import org.spoolscope.ui.theme.Tokens;
import org.testfx.framework.junit5.ApplicationTest;

@Tag("window")
@Tag("display")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
final class FleetWindowTest extends ApplicationTest {
    private static final LinkFailure.HostKeyUnknown UNKNOWN =
            new LinkFailure.HostKeyUnknown(
                    "192.0.2.3", "ssh-ed25519", "SHA256:abc", "AAAA", List.of());

    private final List<String> asked = new ArrayList<>();
    private Theme theme;
    private Scene scene;
    private FleetView view;

    @Override
    public void start(Stage stage) {
        theme = new Theme(Appearance.DARK);
        view = new FleetView(new FleetViewModel(InstantSource.fixed(NOW)), new Recorded());
        scene = new Scene((Region) view.node(), 950, 700);
        theme.apply(scene);
        stage.setScene(scene);
        stage.show();
        view.show(
                new FleetSnapshot(
                        List.of(
                                TestingSnapshot.of("mail1").build(),
                                TestingSnapshot.of("mail3")
                                        .queued(1_234)
                                        .troubles(new Trouble.DiskBound(0.4, 0.7))
                                        .build(),
                                TestingSnapshot.of("new")
                                        .link(new Link.Down(UNKNOWN, NOW, 1, null))
                                        .build())));
    }

    @Test
    void aClickOpensAServerAndItsButtonsDoNot() {
        clickOn("#accept-key-new");
        assertThat(asked).containsExactly("accept new SHA256:abc");
        clickOn("#card-mail3");
        assertThat(asked).endsWith("open mail3");
    }

    @Test
    void aPausedServerIsResumed() {
        show(TestingSnapshot.of("mail1").link(new Link.Paused()).build());
        assertThat(lookup("#reconnect-mail1").queryButton().getText()).isEqualTo("Resume");
        clickOn("#reconnect-mail1");
        assertThat(asked).containsExactly("try mail1");
    }

    @Test
    void aListingLeadsToTheBlocklists() {
        show(TestingSnapshot.of("mail1").lists(TestingLists.listedOnce()).build());
        assertThat(lookup("#listings-mail1").queryButton().getText())
                .isEqualTo("1 blocklist listing");
        clickOn("#listings-mail1");
        assertThat(asked).containsExactly("blocklists mail1");
        show(TestingSnapshot.of("mail1").build());
        assertThat(lookup("#listings-mail1").tryQuery()).isEmpty();
    }

    @Test
    void theFocusStaysOnTheCardWhoseButtonIsGone() {
        interact(() -> lookup("#accept-key-new").query().requestFocus());
        show(TestingSnapshot.of("new").build());
        assertThat(scene.getFocusOwner().getId()).isEqualTo("card-new");
    }

    @Test
    void figuresAreLevelWithAndWithoutTags() {
        assertThat(top("#card-mail1")).isEqualTo(top("#card-mail3"));
    }

    private void show(ServerSnapshot... servers) {
        interact(() -> view.show(new FleetSnapshot(List.of(servers))));
    }

    /// Of the big number, from the top of its card.
    private double top(String card) {
        Node number = from(lookup(card)).lookup(".ss-big").query();
        Node whole = lookup(card).query();
        return whole.sceneToLocal(number.localToScene(number.getLayoutBounds())).getMinY();
    }

    @Test
    void theKeyboardOpensAServer() {
        interact(() -> lookup("#card-mail1").query().requestFocus());
        type(KeyCode.ENTER);
        assertThat(asked).containsExactly("open mail1");
    }

    @Test
    void aScreenReaderIsToldTheWholeCard() {
        assertThat(lookup("#card-mail3").query().getAccessibleText())
                .isEqualTo("mail3, needs you, 1,234 queued. The disk is the bottleneck.");
    }

    @Test
    void onlyAServerThatNeedsSomeoneHasButtons() {
        assertThat(lookup("#edit-mail1").tryQuery()).isEmpty();
        assertThat(lookup("#edit-new").queryAs(Button.class).isVisible()).isTrue();
    }

    @Test
    void theThemeSwitchesInPlace() {
        assertThat(corner()).isEqualTo(0xff000000 | Tokens.of(Appearance.DARK).rgb(Token.BG));
        interact(() -> theme.force(Appearance.LIGHT));
        assertThat(corner()).isEqualTo(0xff000000 | Tokens.of(Appearance.LIGHT).rgb(Token.BG));
    }

    private int corner() {
        WritableImage[] picture = new WritableImage[1];
        interact(() -> picture[0] = scene.snapshot(null));
        return picture[0].getPixelReader().getArgb(2, 695);
    }

    private final class Recorded implements FleetActions {
        @Override
        public void open(String server) {
            asked.add("open " + server);
        }

        @Override
        public void addServer() {
            asked.add("add");
        }

        @Override
        public void edit(String server) {
            asked.add("edit " + server);
        }

        @Override
        public void tryAgain(String server) {
            asked.add("try " + server);
        }

        @Override
        public void acceptKey(String server, LinkFailure.HostKeyUnknown shown) {
            asked.add("accept " + server + " " + shown.fingerprint());
        }

        @Override
        public void compareKeys(LinkFailure.HostKeyChanged changed) {
            asked.add("compare");
        }

        @Override
        public void enterPassphrase(String server, LinkFailure.PassphraseNeeded needed) {
            asked.add("passphrase " + server);
        }

        @Override
        public void openBlocklists(String server) {
            asked.add("blocklists " + server);
        }
    }
}
