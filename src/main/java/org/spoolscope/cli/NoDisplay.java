package org.spoolscope.cli;

import java.util.List;
import org.spoolscope.model.Words;

/// What is said where a window can't be opened.
final class NoDisplay {
    private NoDisplay() {}

    static Failure failure(Faces.NoDisplayException why) {
        return new Failure(
                ExitStatus.USAGE,
                List.of(
                        Words.get("cli.no-display", String.valueOf(why.getMessage())),
                        Words.get("cli.no-display.advice")));
    }
}
