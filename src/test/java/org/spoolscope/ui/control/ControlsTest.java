package org.spoolscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Style;
import org.spoolscope.ui.theme.Token;
import org.spoolscope.ui.theme.Tokens;

@Tag("window")
@Tag("display")
class ControlsTest {
    @BeforeAll
    static void start() {
        Screen.start();
    }

    private static DisplayText text(String text) {
        return DisplayText.of(text);
    }

    @ParameterizedTest
    @EnumSource
    void controlsWearTheTokens(Appearance appearance) {
        Scene scene = Screen.onScreen(() -> Screen.scene(gallery(), appearance, 720, 520));
        WritableImage picture = Screen.picture(scene);
        Screen.save(picture, "controls-" + appearance);
        Tokens tokens = Tokens.of(appearance);
        assertThat(picture.getPixelReader().getArgb(2, 2) & 0xffffff)
                .isEqualTo(tokens.rgb(Token.BG));
        Label strong = (Label) scene.lookup(".ss-strong");
        assertThat(strong.getFont().getFamily()).isEqualTo("Inter Semi Bold");
        assertThat(Font.getFamilies()).contains("Inter", "JetBrains Mono");
    }

    private static VBox gallery() {
        VBox box = Boxes.column(Style.GAP_14);
        box.getStyleClass().add(Style.PAGE);
        HBox shapes = Boxes.row(Style.GAP_14);
        for (Tone tone : Tone.values()) {
            shapes.getChildren().addAll(new StatusShape(tone), new Pill(tone.word(), tone));
        }
        ToggleGroup group = new ToggleGroup();
        var segment = new HBox();
        segment.getStyleClass().add(Style.SEGMENT);
        segment.getChildren()
                .addAll(
                        Buttons.choice("a", text("5 min"), group),
                        Buttons.choice("b", text("15 min"), group),
                        Buttons.choice("c", text("1 h"), group));
        group.selectToggle(group.getToggles().get(1));
        HBox buttons =
                Boxes.row(
                        Style.GAP_8,
                        Buttons.of("x", text("Pause"), () -> {}),
                        Buttons.primary("y", text("Add server"), () -> {}),
                        Buttons.danger("z", text("Remove…"), () -> {}),
                        Buttons.quiet("q", text("Later"), () -> {}),
                        Buttons.small(Buttons.of("s", text("Try again"), () -> {})),
                        segment);
        Banner banner = new Banner();
        banner.show(
                new Sentence(
                        text("The disk is the bottleneck."),
                        text("iowait 38.0 %, I/O pressure 61.0 %: mail waits for the disk.")),
                Tone.BAD,
                List.of(Buttons.of("b1", text("Show"), () -> {})));
        Figure figure = new Figure(text("queued"));
        figure.show(text("14,210"), text("+9,800 / h"));
        KeyValue value = new KeyValue(text("iowait"));
        value.show(text("38.0 %"), Tone.BAD);
        KeyValue plain = new KeyValue(text("load"));
        plain.show(text("0.42"), Tone.NEUTRAL);
        Card card = new Card(figure, Boxes.row(Style.GAP_22, value, plain));
        card.show(Tone.BAD);
        Card warn = new Card(Labels.of(text("0123456789 +9,800 −1"), Style.MONO));
        warn.show(Tone.WARN);
        box.getChildren()
                .addAll(
                        Labels.title(text("Fleet")),
                        Labels.of(text("Strong 111,111"), Style.STRONG),
                        Labels.of(text("Normal 888,888"), Style.MUTED),
                        shapes,
                        buttons,
                        Fields.text("f", text("search"), text("Search a queue id")),
                        banner,
                        card,
                        warn);
        return box;
    }
}
