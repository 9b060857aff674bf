package org.spoolscope.cli;

import org.spoolscope.model.DisplayText;

/// A piece of text and how it is painted where colours are allowed.
record Painted(DisplayText text, Tint tint) {
    static Painted plain(DisplayText text) {
        return new Painted(text, Tint.PLAIN);
    }

    /// Foreign text.
    static Painted foreign(String text) {
        return plain(DisplayText.of(text));
    }
}
