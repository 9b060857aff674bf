package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(
                    out, new ByteArrayOutputStream(), StandardCharsets.UTF_8, false, Prompt.NOBODY);
    private final Table table =
            new Table(
                    terminal,
                    List.of(
                            Column.text("cli.column.name").atMost(8),
                            Column.number("cli.column.port"),
                            Column.text("cli.column.tags")));

    @Test
    void printsNothingWithoutRows() {
        table.flush();

        assertThat(printed()).isEmpty();
    }

    @Test
    void alignsByWhatIsSeen() {
        row("日本", "1", "a");
        row("kåre", "22222", "");
        row("much too long", "333", "b");
        table.flush();

        assertThat(printed())
                .isEqualTo(
                        """
                        NAME       PORT  TAGS
                        日本          1  a
                        kåre      22222
                        much to…    333  b
                        """);
    }

    @Test
    void goesOnPrintingWithoutHoldingRows() {
        for (int i = 0; i < 200; i++) {
            row("n" + i, "1", "");
        }
        assertThat(printed()).hasLineCount(201);

        row("later", "65535", "x");
        assertThat(printed()).hasLineCount(202).endsWith("later  65535  x\n");
    }

    private void row(String name, String port, String tags) {
        table.row(List.of(Painted.foreign(name), Painted.foreign(port), Painted.foreign(tags)));
    }

    private String printed() {
        terminal.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
