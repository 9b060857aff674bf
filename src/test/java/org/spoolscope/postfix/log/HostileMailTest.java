package org.spoolscope.postfix.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spoolscope.HostileText;

/// Goal H1, on what a real Postfix logged of hostile mail (`HostileLabTest` captured it).
class HostileMailTest {
    @Test
    void whatBecameOfItIsWhatIsRead() throws IOException {
        Map<String, String> truth = new TreeMap<>();
        resource("truth.txt")
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(words -> truth.put(words[0], words[1]));
        Map<String, String> read = new TreeMap<>();
        LogParser parser = new LogParser(Corpus.OSLO, Corpus.CLOCK);
        LogLine line = new LogLine();
        resource("mail.log")
                .lines()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .forEach(bytes -> {
                    parser.parse(bytes, 0, bytes.length, line);
                    String id = line.textOrEmpty(LogField.ID);
                    if (line.event() == LogEvent.DELIVERY && truth.containsKey(id)) {
                        read.merge(
                                id,
                                line.textOrEmpty(LogField.STATUS),
                                (one, two) -> one + " " + two);
                    }
                });

        assertThat(read).hasSizeGreaterThan(80).isEqualTo(truth);
    }

    /// Bytes as chars.
    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HostileText.class.getResourceAsStream("hostile/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
