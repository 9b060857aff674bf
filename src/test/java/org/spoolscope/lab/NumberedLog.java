package org.spoolscope.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.spoolscope.monitor.Sleeper;

/// A logger that writes numbered lines at some 5,000 a second, and the rotation of its log.
final class NumberedLog {
    /// How many lines [#writeAlike] writes: far more than is compared.
    static final int ALIKE = 200;

    private static final String ALIKE_LINE = "Nov 28 11:05:43 mx1 postfix/smtpd[7]: the same line";
    private static final int LINES_AT_ONCE = 25;
    private static final Duration PAUSE = Duration.ofMillis(5);

    final Path file;
    private final IntFunction<String> format;
    private OutputStream out;
    private int next;

    NumberedLog(Path file) throws IOException {
        this(file, "Nov 28 11:05:43 mx1 postfix/smtp[%d]: line\n"::formatted);
    }

    /// @param format a whole line with this number in it
    NumberedLog(Path file, IntFunction<String> format) throws IOException {
        this.file = file;
        this.format = format;
        this.out = append(file);
    }

    /// How many lines were written.
    int written() {
        return next;
    }

    void writeFor(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        do {
            write(LINES_AT_ONCE);
            Sleeper.REAL.sleep(PAUSE);
        } while (System.nanoTime() < end);
    }

    void write(int lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(format.apply(next++));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Writes some lines that are the same in each file.
    void writeAlike() throws IOException {
        out.write((ALIKE_LINE + "\n").repeat(ALIKE).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isAlike(String line) {
        return line.equals(ALIKE_LINE);
    }

    /// Writes a part of a line.
    void writeBytes(byte[] bytes, int from, int to) throws IOException {
        out.write(bytes, from, to - from);
    }

    /// Empties the file.
    void truncate() throws IOException {
        Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }

    /// Renames the log, and opens the new one after a while in which the old one is written to.
    void rename(Duration delay) throws IOException, InterruptedException {
        shift();
        Files.move(file, rotated(1));
        if (!delay.isZero()) {
            writeFor(delay);
        }
        reopen();
    }

    void renameAndPack() throws IOException, InterruptedException {
        rename(Duration.ZERO);
        if (new ProcessBuilder("gzip", rotated(1).toString()).start().waitFor() != 0) {
            throw new IOException("gzip failed");
        }
    }

    /// Copies the log, writes what is lost, and truncates it.
    void copyTruncate(int lost) throws IOException {
        shift();
        Files.copy(file, rotated(1));
        write(lost);
        truncate();
    }

    private void reopen() throws IOException {
        out.close();
        out = append(file);
    }

    private void shift() throws IOException {
        for (int n = 60; n >= 1; n--) {
            for (String ending : new String[] {"", ".gz"}) {
                Path from = file.resolveSibling(file.getFileName() + "." + n + ending);
                if (Files.exists(from)) {
                    Files.move(
                            from,
                            file.resolveSibling(file.getFileName() + "." + (n + 1) + ending),
                            StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private Path rotated(int n) {
        return file.resolveSibling(file.getFileName() + "." + n);
    }

    /// The number in a line.
    static int number(String line) {
        return Integer.parseInt(line, line.indexOf('[') + 1, line.indexOf(']'), 10);
    }

    static IntStream all(int written) {
        return IntStream.range(0, written);
    }

    private static OutputStream append(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
