package org.spoolscope.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.ColorScheme;

/// The two looks of the window.
public enum Appearance {
    DARK("tokens-dark.css", new PrimerDark().getUserAgentStylesheet()),
    LIGHT("tokens-light.css", new PrimerLight().getUserAgentStylesheet());

    private final String tokensFile;
    private final String userAgentStylesheet;

    Appearance(String tokensFile, String userAgentStylesheet) {
        this.tokensFile = tokensFile;
        this.userAgentStylesheet = userAgentStylesheet;
    }

    static Appearance of(ColorScheme scheme) {
        return scheme == ColorScheme.LIGHT ? LIGHT : DARK;
    }

    String tokensFile() {
        return tokensFile;
    }

    String userAgentStylesheet() {
        return userAgentStylesheet;
    }
}
