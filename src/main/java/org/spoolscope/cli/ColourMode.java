package org.spoolscope.cli;

import java.util.Locale;

/// The values of `--color`.
enum ColourMode {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
