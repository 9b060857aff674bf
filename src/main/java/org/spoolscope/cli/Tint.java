package org.spoolscope.cli;

/// What a colour on the terminal stands for. Never the only sign: there is always a word as well.
enum Tint {
    PLAIN(""),
    HEADING("\u001B[1m"),
    FAINT("\u001B[2m"),
    GOOD("\u001B[32m"),
    WARN("\u001B[33m"),
    BAD("\u001B[31m");

    private final String escape;

    Tint(String escape) {
        this.escape = escape;
    }

    /// The control sequence (ECMA-48 SGR) that begins it.
    String escape() {
        return escape;
    }
}
