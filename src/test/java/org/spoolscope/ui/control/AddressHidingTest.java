package org.spoolscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.ShowsAddressesAgain;

@ExtendWith(ShowsAddressesAgain.class)
class AddressHidingTest {
    private static final DisplayText JANE = DisplayText.of("to jane@shop.example");
    private static final String HIDDEN = "to •\\w{4}@shop\\.example";

    @BeforeAll
    static void start() {
        Screen.start();
    }

    @Test
    void allThatANodeSaysIsHiddenAndShownAgain() {
        Screen.onScreen(() -> {
            Label label = Labels.help(Labels.named(Labels.of(JANE), JANE), JANE);
            TextArea area = Fields.selectable("area", DisplayText.of("Reply"), JANE);
            Label bound = Labels.of(new ReadOnlyObjectWrapper<>(JANE));
            Labels.hint(label, JANE);

            AddressHiding.hide(true);
            assertThat(label.getText()).matches(HIDDEN);
            assertThat(label.getAccessibleText()).matches(HIDDEN);
            assertThat(label.getAccessibleHelp()).matches(HIDDEN);
            assertThat(hint(label)).matches(HIDDEN);
            assertThat(area.getText()).matches(HIDDEN);
            assertThat(bound.getText()).matches(HIDDEN);
            assertThat(Labels.of(JANE).getText()).matches(HIDDEN);

            AddressHiding.hide(false);
            assertThat(
                            List.of(
                                    label.getText(),
                                    label.getAccessibleText(),
                                    label.getAccessibleHelp(),
                                    hint(label),
                                    area.getText(),
                                    bound.getText()))
                    .containsOnly(JANE.toString());
        });
    }

    @Test
    void whatSaysSomethingElseByThenStaysAsItIs() {
        Screen.onScreen(() -> {
            Label label = Labels.named(Labels.of(JANE), JANE);
            Labels.set(label, DisplayText.of("nobody"));

            AddressHiding.hide(true);
            AddressHiding.hide(false);
            assertThat(label.getText()).isEqualTo("nobody");
            assertThat(label.getAccessibleText()).isEqualTo(JANE.toString());
        });
    }

    private static String hint(Label label) {
        return label.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(tip -> ((Tooltip) tip).getText())
                .findFirst()
                .orElseThrow();
    }
}
