package org.spoolscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Figures that tests measure, for people: `target/figures.txt`.
public final class MeasuredFigures {
    private MeasuredFigures() {}

    public static void note(String what, String figure) {
        try {
            Files.writeString(
                    Path.of("target", "figures.txt"),
                    what + ": " + figure + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
