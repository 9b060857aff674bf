package org.spoolscope.ui.theme;

import java.util.Locale;

/// The names of colours by meaning, the same in both appearances. `BG_SUBTLE` is `-ss-bg-subtle` in
/// the token files.
public enum Token {
    BG,
    BG_SUBTLE,
    BG_INSET,
    LINE,
    FG,
    FG_MUTED,
    FG_SUBTLE,
    ACCENT,
    SENT,
    DEFERRED,
    BOUNCED,
    HOLD,
    INCOMING,
    ACTIVE,
    SELECTED,
    BAD_BG,
    WARN_BG,
    OK_BG;

    private final String property = "-ss-" + name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in CSS, such as `-ss-bg-subtle`.
    public String property() {
        return property;
    }
}
