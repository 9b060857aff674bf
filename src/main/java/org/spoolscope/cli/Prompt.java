package org.spoolscope.cli;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;

/// Questions to the person at the terminal.
interface Prompt {
    /// Nobody is there to be asked: every question stays without an answer.
    Prompt NOBODY =
            new Prompt() {
                @Override
                public boolean isThere() {
                    return false;
                }

                @Override
                public @Nullable String ask(DisplayText question) {
                    return null;
                }

                @Override
                public char @Nullable [] askSecret(DisplayText question) {
                    return null;
                }
            };

    /// Whether a person is there: both input and output are a terminal.
    boolean isThere();

    /// The line that was typed, or null at the end of the input.
    @Nullable String ask(DisplayText question);

    /// As [#ask], without echo. The caller wipes it.
    char @Nullable [] askSecret(DisplayText question);
}
