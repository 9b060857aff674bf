package org.spoolscope.monitor.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineChunksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''            | ''
                    a             | a
                    a;            | a
                    a;b           | a,b
                    a;;b;         | a,,b
                    ;             | ''
                    a!;b!;c!      | a,b,c
                    """)
    void cutsAtLineEnds(String text, String lines) {
        String log = text.replace(';', '\n').replace('!', '\r');

        assertThat(String.join(",", lines(new LineChunks(stream(log, 7))))).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 65_536, LineChunk.CAPACITY, 3 * LineChunk.CAPACITY})
    void linesMayLieAcrossReadsAndChunks(int atMost) {
        Random random = new Random(atMost);
        List<String> written = new ArrayList<>();
        StringBuilder log = new StringBuilder();
        while (log.length() < 5 * LineChunk.CAPACITY) {
            String line = written.size() + " " + "x".repeat(random.nextInt(3000));
            written.add(line);
            log.append(line).append('\n');
        }

        LineChunks chunks = new LineChunks(stream(log.toString(), atMost));

        assertThat(lines(chunks)).isEqualTo(written);
        assertThat(chunks.failure()).isNull();
    }

    @Test
    void aLineThatIsTooLongIsCutAndItsRestSkipped() {
        String longLine = "y".repeat(3 * LineChunk.CAPACITY + 17);

        List<String> lines =
                lines(new LineChunks(stream("a\n" + longLine + "\nb\n" + longLine, 50_000)));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("a");
        assertThat(lines.get(1)).hasSize(LineChunk.CAPACITY).startsWith("yyy");
        assertThat(lines.get(2)).isEqualTo("b");
        assertThat(lines.get(3)).hasSize(LineChunk.CAPACITY);
    }

    @Test
    void whatWasReadBeforeAFailureCounts() {
        InputStream damaged =
                new InputStream() {
                    private final InputStream sound = stream("a\nb\nc", 2);

                    @Override
                    public int read() throws IOException {
                        throw new IOException("not asked for single bytes");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        int count = sound.read(bytes, from, length);
                        if (count < 0) {
                            throw new IOException("damaged");
                        }
                        return count;
                    }
                };
        LineChunks chunks = new LineChunks(damaged);

        assertThat(lines(chunks)).containsExactly("a", "b", "c");
        assertThat(chunks.failure()).hasMessage("damaged");
    }

    /// Lines of a pipe are handed on as they arrive.
    @Test
    void doesNotWaitForAFullChunk() {
        InputStream pipe =
                new InputStream() {
                    private int reads;

                    @Override
                    public int read() {
                        return -1;
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) {
                        assertThat(reads++).isZero();
                        bytes[from] = 'a';
                        bytes[from + 1] = '\n';
                        bytes[from + 2] = 'b';
                        return 3;
                    }
                };
        LineChunk chunk = new LineChunk();

        assertThat(new LineChunks(pipe).next(chunk)).isTrue();
        assertThat(chunk.length).isEqualTo(2);
    }

    private static List<String> lines(LineChunks chunks) {
        List<String> lines = new ArrayList<>();
        LineChunk chunk = new LineChunk();
        long number = 0;
        while (chunks.next(chunk)) {
            assertThat(chunk.number).isEqualTo(number++);
            while (chunk.advance()) {
                lines.add(
                        new String(
                                chunk.bytes,
                                chunk.start(),
                                chunk.end() - chunk.start(),
                                StandardCharsets.US_ASCII));
            }
        }
        return lines;
    }

    /// Gives at most so many bytes at once.
    private static InputStream stream(String text, int atMost) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(length, atMost));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }
}
