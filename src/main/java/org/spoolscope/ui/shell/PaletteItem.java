package org.spoolscope.ui.shell;

import java.util.Locale;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// One thing that the palette offers.
///
/// @param title what it is
/// @param detail said beside it, such as a server's host, or the keys that do the same; may be
///   empty
/// @param choice what happens when it is taken
record PaletteItem(Kind kind, DisplayText title, DisplayText detail, Choice choice) {
    /// What it is, in the order in which things that fit alike are offered.
    enum Kind {
        ADDRESS,
        MESSAGE,
        SERVER,
        PAGE,
        COMMAND,
        SEARCH;

        DisplayText word() {
            return Words.get("palette.kind." + name().toLowerCase(Locale.ROOT));
        }
    }

    /// What happens.
    sealed interface Choice {
        record Go(Place place) implements Choice {}

        record Run(Command command) implements Choice {}

        /// The address is checked on the blocklists.
        record Check(String address) implements Choice {}
    }
}
