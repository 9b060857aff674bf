package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ui.queue.QueueColumn.AGE;
import static org.spoolscope.ui.queue.QueueColumn.ID;
import static org.spoolscope.ui.queue.QueueColumn.NEXT;
import static org.spoolscope.ui.queue.QueueColumn.REASON;
import static org.spoolscope.ui.queue.QueueColumn.SENDER;
import static org.spoolscope.ui.queue.QueueColumn.SIZE;
import static org.spoolscope.ui.queue.QueueColumn.STATE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnLayoutTest {
    @Test
    void readsWhatItWrote() {
        ColumnLayout layout =
                ColumnLayout.parse(
                        "age id +next bounce size:99 -sender recipient domain reason server"
                                + " instance state:120");
        assertThat(layout.order()).startsWith(AGE, ID, NEXT).endsWith(STATE);
        assertThat(layout.shown()).isEqualTo(Map.of(NEXT, true, SENDER, false));
        assertThat(layout.widths()).isEqualTo(Map.of(SIZE, 99.0, STATE, 120.0));
        assertThat(layout.text())
                .isEqualTo(
                        "age id +next bounce size:99 -sender recipient domain reason server"
                                + " instance state:120");
        assertThat(ColumnLayout.parse(layout.text())).isEqualTo(layout);
    }

    /// An older version's text: what it did not know stands where it usually does.
    @Test
    void columnsThatAreMissingComeWhereTheyUsuallyStand() {
        assertThat(ColumnLayout.parse("reason age id").order().subList(0, 4))
                .containsExactly(REASON, AGE, NEXT, QueueColumn.BOUNCE);
        assertThat(ColumnLayout.parse("reason age id").order())
                .containsExactlyInAnyOrder(QueueColumn.values());
    }

    @Test
    void whatANewerVersionWroteIsKept() {
        String newer = "id server instance state age next bounce size sender recipient domain";
        assertThat(ColumnLayout.parse(newer + " reason +colour:80 id").text())
                .isEqualTo(newer + " reason +colour:80 id");
        assertThat(ColumnLayout.parse("+colour").order()).isEqualTo(ColumnLayout.STANDARD.order());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000\uffff :::", "size:99999 ++id", "-id", "=#,;"})
    void brokenTextGivesTheStandard(String text) {
        ColumnLayout layout = ColumnLayout.parse(text);
        assertThat(layout.order()).isEqualTo(List.of(QueueColumn.values()));
        assertThat(layout.shown()).isEmpty();
        assertThat(layout.widths()).isEmpty();
    }

    @Test
    void widthsAreBounded() {
        assertThat(ColumnLayout.parse("size:1 reason:9999").widths())
                .isEqualTo(Map.of(SIZE, 48.0, REASON, 4_000.0));
    }

    /// What was drawn stays so wide, in a wide and in a narrow table; the reason takes the rest.
    @Test
    void drawnColumnsKeepTheirWidth() {
        ColumnFit fit = new ColumnFit();
        fit.use(ColumnLayout.parse("+size:150"));
        assertThat(fit.in(700)).containsEntry(SIZE, 150.0);
        assertThat(fit.in(1_400)).containsEntry(SIZE, 150.0);
        assertThat(fit.in(1_400).values().stream().mapToDouble(width -> width).sum())
                .isBetween(1_385.0, 1_400.0);
        fit.use(ColumnLayout.STANDARD);
        assertThat(fit.in(700)).doesNotContainKey(SIZE);
    }
}
