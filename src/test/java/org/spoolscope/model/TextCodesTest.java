package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextCodesTest {
    /// Equal texts have one number as long as anybody holds it; what a table was made with stays.
    @Test
    void numbersWhatIsHeldAndForgetsTheRest() {
        Random random = new Random(2);
        TextCodes texts = new TextCodes();
        Map<String, Integer> codes = new HashMap<>();
        List<String> held = new ArrayList<>();
        @Nullable String[][] before = texts.texts();
        Map<String, Integer> codesBefore = Map.of();
        int most = 0;
        for (int i = 0; i < 60_000; i++) {
            boolean growing = i / 15_000 % 2 == 0;
            if (held.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
                String text = "text " + random.nextInt(4_000);
                int code = texts.hold(text);
                assertThat(codes.getOrDefault(text, code)).isEqualTo(code);
                codes.put(text, code);
                held.add(text);
                most = Math.max(most, codes.size());
            } else {
                String text = held.remove(random.nextInt(held.size()));
                texts.release(codes.getOrDefault(text, TextCodes.NONE));
                if (!held.contains(text)) {
                    codes.remove(text);
                }
            }
            if (i % 1_000 == 0) {
                for (Map.Entry<String, Integer> entry : codesBefore.entrySet()) {
                    assertThat(TextCodes.text(before, entry.getValue())).isEqualTo(entry.getKey());
                }
                before = texts.texts();
                codesBefore = Map.copyOf(codes);
                if (random.nextInt(4) == 0) {
                    texts = again(before, codes, held);
                }
            }
            if (i % 97 == 0) {
                assertThat(codes.values()).doesNotHaveDuplicates();
            }
        }
        assertThat(codes.values().stream().mapToInt(code -> code).max().orElse(0))
                .isLessThan(most + 256);
    }

    private static TextCodes again(
            @Nullable String[][] texts, Map<String, Integer> codes, List<String> held) {
        TextCodes again = new TextCodes(texts);
        held.forEach(text -> again.count(codes.getOrDefault(text, TextCodes.NONE)));
        again.counted();
        return again;
    }
}
