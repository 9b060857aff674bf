package org.spoolscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.theme.Appearance;

@Tag("window")
final class OpeningViewTest {
    @Test
    void isTheFrameAloneAndSaysWhatWentWrong() {
        Screen.start();
        List<String> texts =
                Screen.onScreen(() -> {
                    OpeningView view = new OpeningView();
                    Screen.scene(view, Appearance.LIGHT, 900, 600);
                    assertThat(texts(view)).containsExactly("Spoolscope");
                    view.fail(List.of(DisplayText.of("servers.toml:3:1: host must be a text")));
                    return texts(view);
                });
        assertThat(texts)
                .containsExactlyInAnyOrder(
                        "Spoolscope",
                        "Spoolscope can't show your servers",
                        "servers.toml:3:1: host must be a text",
                        "Mend that and start it again. Nothing was changed.");
    }

    private static List<String> texts(OpeningView view) {
        return view.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
    }
}
