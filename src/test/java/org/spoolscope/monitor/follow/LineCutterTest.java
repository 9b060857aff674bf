package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineCutterTest {
    /// However the stream is cut into pieces, the lines are the same.
    @Test
    void linesDoNotDependOnThePieces() throws InterruptedException {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> expected = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                String line = "x".repeat(random.nextInt(4) == 0 ? random.nextInt(200) : 9) + i;
                text.append(line).append('\n');
                expected.add(line.substring(0, Math.min(100, line.length())));
            }
            byte[] bytes = (text + "rest").getBytes(StandardCharsets.US_ASCII);
            Handed handed = new Handed();
            LineCutter cutter = new LineCutter(100);
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
                int behind = cutter.take(bytes, from, to, handed);
                int last =
                        new String(bytes, from, to - from, StandardCharsets.US_ASCII)
                                .lastIndexOf('\n');
                assertThat(behind).isEqualTo(from + last + 1);
                from = to;
            }
            assertThat(handed.all).isEqualTo(expected);
            cutter.finish(handed);
            assertThat(handed.all.getLast()).isEqualTo("rest");
        }
    }
}
