package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.ui.Screen;

@Tag("window")
class RowSelectionTest {
    @BeforeAll
    static void start() {
        Screen.start();
    }

    /// One row for each letter.
    private static QueueRows rows(String letters) {
        List<QueuedMessage> messages = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            messages.add(
                    TestingFleet.message(
                            "AAAAA" + letters.charAt(i),
                            Duration.ofHours(1).minusSeconds(i),
                            "",
                            "a@example.com",
                            "r"));
        }
        ServerSnapshot server =
                TestingFleet.server("mail1", TestingFleet.listing(TestingFleet.NOW, messages));
        return RowOrder.sorted(
                QueueRows.of(List.of(server)), QueueColumn.AGE, true, TestingFleet.NOW);
    }

    private static String letters(Iterable<QueueRow> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.message().id().value().charAt(5)));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # before | selected | after  | still selected
                    ABCD     | BD       | ABCD   | BD
                    ABCD     | BD       | DCBA   | DB
                    ABCD     | BD       | XAYBCZ | B
                    ABCD     | ABCD     | ''     | ''
                    ABCD     | ''       | AB     | ''
                    """)
    void whatIsSelectedStaysSelected(String before, String selected, String after, String still) {
        Screen.onScreen(() -> {
            RowList list = new RowList();
            TableView<QueueRow> table = new TableView<>(list);
            RowSelection selection = new RowSelection(table, list);
            table.setSelectionModel(selection);
            QueueRows first = rows(before);
            list.show(first);
            for (int i = 0; i < selected.length(); i++) {
                selection.select(before.indexOf(selected.charAt(i)));
            }
            QueueRows next = rows(after);
            selection.move(RowMapping.between(first, next), next);
            assertThat(letters(selection.getSelectedItems())).isEqualTo(still);
            assertThat(selection.getSelectedIndices())
                    .isEqualTo(still.chars().mapToObj(after::indexOf).collect(Collectors.toList()));
            assertThat(selection.isEmpty()).isEqualTo(still.isEmpty());
        });
    }

    @Test
    void rangesGoBothWaysAndAllIsCheap() {
        Screen.onScreen(() -> {
            RowList list = new RowList();
            TableView<QueueRow> table = new TableView<>(list);
            RowSelection selection = new RowSelection(table, list);
            table.setSelectionModel(selection);
            list.show(rows("ABCDEF"));
            selection.selectRange(1, 4);
            assertThat(letters(selection.getSelectedItems())).isEqualTo("BCD");
            selection.clearSelection();
            selection.selectRange(4, 1);
            assertThat(letters(selection.getSelectedItems())).isEqualTo("CDE");
            selection.clearSelection(3);
            assertThat(letters(selection.getSelectedItems())).isEqualTo("CE");
            selection.clearAndSelect(5);
            assertThat(selection.getSelectedItem()).isEqualTo(list.get(5));
            selection.selectAll();
            assertThat(letters(selection.getSelectedItems())).isEqualTo("ABCDEF");
            assertThat(Arrays.asList(selection.getSelectedIndices().toArray())).hasSize(6);
        });
    }
}
