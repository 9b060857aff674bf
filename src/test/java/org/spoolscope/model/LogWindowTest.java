package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogWindowTest {
    private static final long SMALLEST = 0;

    @Test
    void linesComeBackInOrderWithTheirNumbers() {
        LogWindow.Writer writer = new LogWindow.Writer(SMALLEST);
        for (int i = 0; i < 10_000; i++) {
            add(writer, "line " + i);
        }
        LogWindow window = writer.window();
        assertThat(window.end()).isEqualTo(10_000);
        assertThat(lines(window, 9_000, 9_003))
                .containsExactly("line 9000", "line 9001", "line 9002");
        assertThat(lines(window, window.first(), window.end()))
                .hasSize((int) (window.end() - window.first()))
                .first()
                .isEqualTo("line " + window.first());
    }

    @Test
    void anEarlierWindowStaysAsItWas() {
        LogWindow.Writer writer = new LogWindow.Writer(SMALLEST);
        add(writer, "a", "b");
        LogWindow before = writer.window();
        add(writer, "c");
        LogWindow after = writer.window();

        assertThat(lines(before, 0, 99)).containsExactly("a", "b");
        assertThat(lines(after, 0, 99)).containsExactly("a", "b", "c");
    }

    @Test
    void theOldestAreDroppedAndNumbersAreNotUsedAgain() {
        LogWindow.Writer writer = new LogWindow.Writer(1 << 20);
        String line = "x".repeat(1000);
        for (int i = 0; i < 20_000; i++) {
            add(writer, line);
        }
        LogWindow window = writer.window();
        assertThat(window.end()).isEqualTo(20_000);
        assertThat(window.end() - window.first()).isBetween(800L, 1_050L);
        assertThat(lines(window, 0, 5)).isEmpty();
    }

    @Test
    void whatWillHaveLeftIsNotKeptWhileMuchIsToCome() {
        LogWindow.Writer writer = new LogWindow.Writer(1 << 20);
        String line = "x".repeat(1000);
        writer.coming(20_000_000);
        for (int i = 0; i < 5_000; i++) {
            add(writer, line);
        }
        assertThat(writer.window().end() - writer.window().first()).isBetween(130L, 262L);

        writer.coming(1 << 20);
        for (int i = 0; i < 5_000; i++) {
            add(writer, line);
        }
        assertThat(writer.window().end()).isEqualTo(10_000);
        assertThat(writer.window().end() - writer.window().first()).isBetween(800L, 1_050L);
    }

    @Test
    void aLongLineIsKeptCut() {
        LogWindow.Writer writer = new LogWindow.Writer(SMALLEST);
        add(writer, "y".repeat(300_000));
        assertThat(lines(writer.window(), 0, 1))
                .containsExactly("y".repeat(LogWindow.LONGEST_LINE));
    }

    @Test
    void emptyLinesAreLines() {
        LogWindow.Writer writer = new LogWindow.Writer(SMALLEST);
        assertThat(writer.window().end()).isZero();
        add(writer, "", "");
        assertThat(lines(writer.window(), 0, 9)).containsExactly("", "");
    }

    private static void add(LogWindow.Writer writer, String... lines) {
        for (String line : lines) {
            byte[] bytes = ("<" + line + ">").getBytes(StandardCharsets.UTF_8);
            writer.add(bytes, 1, bytes.length - 1);
        }
    }

    private static List<String> lines(LogWindow window, long from, long to) {
        List<String> lines = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        window.read(
                from,
                to,
                (number, bytes, start, end) -> {
                    numbers.add(number);
                    lines.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
                });
        if (!numbers.isEmpty()) {
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            IntStream.range(0, numbers.size())
                                    .mapToObj(i -> numbers.getFirst() + i)
                                    .toList());
        }
        return lines;
    }
}
