package org.spoolscope.demo.play;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Standard input and output of a played command, as UTF-8.
final class Stdio {
    private static final int BUFFER = 32 * 1024;

    private final BufferedReader in;
    private final OutputStream out;
    private final OutputStream err;

    Stdio(InputStream in, OutputStream out, OutputStream err) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = new BufferedOutputStream(out, BUFFER);
        this.err = err;
    }

    /// The next line of standard input, or null at its end.
    @Nullable String readLine() throws IOException {
        return in.readLine();
    }

    void print(CharSequence text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void flush() throws IOException {
        out.flush();
    }

    /// Says something on standard error.
    void complain(String line) throws IOException {
        err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        err.flush();
    }
}
