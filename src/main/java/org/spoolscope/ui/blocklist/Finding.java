package org.spoolscope.ui.blocklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.ui.control.Tone;

/// Something that a person should know of, in plain words. Immutable.
///
/// @param codes that the list answered with; empty where no list was asked
/// @param since when it was seen first; null where only receivers say so
/// @param said what the list says it means; may be empty
/// @param harm what receivers did because of it
/// @param advice what to do
/// @param delist the page to ask for removal; empty where there is none
/// @param proof what can be shown to others, line by line; empty where no list was asked
/// @param places what would be muted, one for each address
/// @param mutes those in force; empty unless it is muted
/// @param hurt so many recipients and attempts were refused for it
record Finding(
        Key key,
        Tone tone,
        DisplayText headline,
        DisplayText codes,
        @Nullable Instant since,
        DisplayText said,
        DisplayText harm,
        DisplayText advice,
        String delist,
        List<DisplayText> proof,
        List<Place> places,
        List<Mute> mutes,
        long hurt) {
    /// What is found.
    enum Kind {
        /// A list names addresses.
        LISTED,
        /// The same, and the person does not want to hear of it.
        MUTED,
        /// Receivers name a list that is not asked.
        NOT_ASKED,
        /// Receivers name a list that names none of our addresses.
        NOT_CONFIRMED,
        /// Receivers name no list.
        UNNAMED
    }

    /// What makes it the same one in the next answer.
    ///
    /// @param server empty where the person asked about the address
    /// @param list as the catalogue calls it, or else the receivers
    record Key(Kind kind, String server, String list) {}

    /// One address on one list.
    record Place(String subject, String list) {}

    Finding {
        proof = List.copyOf(proof);
        places = List.copyOf(places);
        mutes = List.copyOf(mutes);
    }

    boolean isMuted() {
        return key.kind() == Kind.MUTED;
    }

    /// Whether it is about a server of ours, not an address that the person asked about.
    boolean isOurs() {
        return !key.server().isEmpty();
    }
}
