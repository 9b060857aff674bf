package org.spoolscope.ui.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.monitor.deliverability.DeliverabilityResult;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;

/// Renders the page in both themes and at both sizes, for people to look at.
class DeliverabilityPicturesTest {
    @BeforeAll
    static void start() {
        Screen.start();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void showsTheFindings(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width;
        DeliverabilityResult found = TestingChecks.checked(false, TestingChecks.findings());
        Scene all = scene(appearance, width, height, found);
        for (String id : List.of("deliverability-check", "subject-198.51.100.7")) {
            Node node = find(all.getRoot(), id);
            assertThat(node.localToScene(node.getBoundsInLocal()).getMaxX())
                    .isLessThan(width - 196);
        }
        Screen.save(Screen.picture(all), "deliverability" + suffix);
        Screen.save(
                Screen.picture(scene(appearance, width, height, TestingChecks.NO_RESOLVER)),
                "deliverability-no-resolver" + suffix);
    }

    /// Ids with dots are no selectors.
    private static Node find(Node root, String id) {
        return root.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Scene scene(
            Appearance appearance, int width, int height, DeliverabilityResult result) {
        return Screen.onScreen(() -> {
            DeliverabilityViewModel model =
                    new DeliverabilityViewModel(
                            new Background(Runnable::run, Runnable::run),
                            InstantSource.fixed(TestingSnapshot.NOW),
                            new TestingChecks().answer("mail3", result));
            DeliverabilityView view = new DeliverabilityView(model, _ -> {});
            Scene scene = Screen.scene(view, appearance, width - 196, height - 70);
            model.show(TestingChecks.only());
            view.tick();
            return scene;
        });
    }
}
