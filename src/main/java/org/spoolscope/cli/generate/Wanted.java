package org.spoolscope.cli.generate;

import java.util.List;

/// What a shell can offer in the place of an argument.
sealed interface Wanted {
    /// One of these words.
    record OneOf(List<String> words) implements Wanted {}

    /// What a shell finds by itself, or nothing.
    enum Kind implements Wanted {
        FILE,
        FOLDER,
        /// The name of a configured server.
        SERVER,
        ANYTHING
    }
}
