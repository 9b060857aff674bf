package org.spoolscope.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spoolscope.model.DisplayText;

/// Standard output and standard error: the only place that writes to them. Takes [DisplayText] or
/// JSON, so that nothing a stranger wrote can steer the terminal. Used by one thread.
public final class Terminal {
    private static final int BUFFER = 64 * 1024;
    private static final String RESET = "\u001B[0m";

    private final OutputStream out;
    private final OutputStream err;
    private final Charset charset;
    private final boolean colourful;
    private final Prompt prompt;
    private boolean colours;

    /// @param charset of both streams; JSON is always UTF-8
    /// @param colourful whether colours are in place when the person does not say
    Terminal(
            OutputStream out, OutputStream err, Charset charset, boolean colourful, Prompt prompt) {
        this.out = new Unchecked(new BufferedOutputStream(out, BUFFER));
        this.err = new Unchecked(err);
        this.charset = charset;
        this.colourful = colourful;
        this.prompt = prompt;
    }

    /// The process's own streams. Colours are in place on a terminal that is not `dumb`, unless
    /// `NO_COLOR` (no-color.org) is set.
    ///
    /// @param system the value of `os.name`
    public static Terminal ofProcess(Map<String, String> environment, String system) {
        Prompt prompt = ConsolePrompt.ofProcess();
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                windows ? consoleCharset() : StandardCharsets.UTF_8,
                prompt.isThere() && wantsColours(environment),
                prompt);
    }

    static boolean wantsColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    void use(ColourMode mode) {
        colours =
                switch (mode) {
                    case AUTO -> colourful;
                    case ALWAYS -> true;
                    case NEVER -> false;
                };
    }

    boolean hasColours() {
        return colours;
    }

    Prompt prompt() {
        return prompt;
    }

    /// One line on standard output.
    void print(DisplayText line) {
        print(List.of(Painted.plain(line)));
    }

    /// One line on standard output, of several pieces.
    void print(List<Painted> pieces) {
        StringBuilder line = new StringBuilder();
        for (Painted piece : pieces) {
            if (colours && piece.tint() != Tint.PLAIN) {
                line.append(piece.tint().escape()).append(piece.text()).append(RESET);
            } else {
                line.append(piece.text());
            }
        }
        write(out, line.append('\n').toString());
    }

    /// A sentence for the person, on standard error.
    void say(DisplayText sentence) {
        write(err, sentence + "\n");
    }

    /// What picocli made of our own words: help texts, and what is wrong with the arguments.
    void printHelp(String text) {
        write(out, text);
    }

    JsonLines json(ZoneId zone) {
        return new JsonLines(out, zone);
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }

    private void write(OutputStream to, String text) {
        try {
            to.write(text.getBytes(charset));
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }

    private static Charset consoleCharset() {
        try {
            return Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /// Makes a reader who went away (`| head`) something that passes through code that knows no
    /// output errors.
    private static final class Unchecked extends OutputStream {
        private final OutputStream to;

        Unchecked(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                to.write(bytes, from, length);
            } catch (IOException e) {
                throw new OutputFailure(e);
            }
        }

        @Override
        public void flush() {
            try {
                to.flush();
            } catch (IOException e) {
                throw new OutputFailure(e);
            }
        }
    }
}
