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
        LogWindow window = LogWindow.keeping(SMALLEST);
        for (int i = 0; i < 10_000; i++) {
            window = plus(window, "line " + i);
        }
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
        LogWindow before = plus(plus(LogWindow.keeping(SMALLEST), "a"), "b");
        LogWindow after = plus(before, "c");

        assertThat(lines(before, 0, 99)).containsExactly("a", "b");
        assertThat(lines(after, 0, 99)).containsExactly("a", "b", "c");
    }

    @Test
    void theOldestAreDroppedAndNumbersAreNotUsedAgain() {
        LogWindow window = LogWindow.keeping(1 << 20);
        String line = "x".repeat(1000);
        for (int i = 0; i < 20_000; i++) {
            window = plus(window, line);
        }
        assertThat(window.end()).isEqualTo(20_000);
        assertThat(window.end() - window.first()).isBetween(800L, 1_050L);
        assertThat(lines(window, 0, 5)).isEmpty();
    }

    @Test
    void aLongLineIsKeptCut() {
        LogWindow window = plus(LogWindow.keeping(SMALLEST), "y".repeat(300_000));
        assertThat(lines(window, 0, 1)).containsExactly("y".repeat(LogWindow.LONGEST_LINE));
    }

    @Test
    void emptyLinesAreLines() {
        LogWindow window = plus(plus(LogWindow.keeping(SMALLEST), ""), "");
        assertThat(lines(window, 0, 9)).containsExactly("", "");
        assertThat(LogWindow.keeping(SMALLEST).end()).isZero();
    }

    private static LogWindow plus(LogWindow window, String line) {
        byte[] bytes = ("<" + line + ">").getBytes(StandardCharsets.UTF_8);
        return window.plus(bytes, 1, bytes.length - 1);
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
