package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.postfix.Messages.NOW;
import static org.spoolscope.postfix.Messages.message;
import static org.spoolscope.postfix.Messages.rows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

class QueueShapeTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "0, 0",
        "4, 0",
        "5, 1",
        "9, 1",
        "10, 2",
        "20, 3",
        "39, 3",
        "40, 4",
        "80, 5",
        "160, 6",
        "320, 7",
        "640, 8",
        "1279, 8",
        "1280, 9",
        "100000, 9"
    })
    void putsAnAgeIntoItsColumn(long minutes, int column) {
        QueueShape shape =
                QueueShape.of(
                        rows(List.of(message("ABCDEF1", "", minutes, "a@example.com", null))), NOW);

        List<Integer> expected =
                IntStream.range(0, QueueShape.COLUMNS).mapToObj(i -> i == column ? 1 : 0).toList();
        assertThat(shape.rows()).containsExactly(new QueueShape.Row("example.com", 1, expected));
    }

    @Test
    void countsRecipientsByDomainLargestFirst() {
        List<QueuedMessage> messages =
                List.of(
                        message(
                                "ABCDEF1",
                                "",
                                1,
                                List.of(
                                        new Recipient("a@Example.com", null),
                                        new Recipient("b@example.com", null),
                                        new Recipient("\"x@y\"@example.net", null))),
                        message("ABCDEF2", "", 7, "c@example.com", null),
                        message("ABCDEF3", "", 3000, "Root", null));

        QueueShape shape = QueueShape.of(rows(messages), NOW);

        assertThat(shape.rows())
                .extracting(QueueShape.Row::domain)
                .containsExactly("example.com", "example.net", "root");
        assertThat(shape.rows().getFirst().recipients()).isEqualTo(3);
        assertThat(shape.total())
                .isEqualTo(new QueueShape.Row("TOTAL", 5, List.of(3, 1, 0, 0, 0, 0, 0, 0, 0, 1)));
    }

    @Test
    void headsTheColumnsAsQshapeDoes() {
        assertThat(IntStream.range(0, QueueShape.COLUMNS).mapToObj(QueueShape::heading))
                .containsExactly("5", "10", "20", "40", "80", "160", "320", "640", "1280", "1280+");
    }
}
