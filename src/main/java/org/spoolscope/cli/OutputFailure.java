package org.spoolscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// Standard output can't be written any more.
final class OutputFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    OutputFailure(IOException cause) {
        super(cause);
    }

    /// Whether the reader simply has seen enough (`EPIPE`). Java has no type for it: the message is
    /// the system's, `Broken pipe` or on Windows `The pipe is being closed`.
    boolean isReaderGone() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
