package org.spoolscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    DARK,  BG,       0d1117
                    DARK,  BOUNCED,  f85149
                    LIGHT, BG,       ffffff
                    LIGHT, DEFERRED, 9a6700
                    """)
    void readsTheTokenFiles(Appearance appearance, Token token, String hex) {
        assertThat(Tokens.of(appearance).rgb(token)).isEqualTo(Integer.parseInt(hex, 16));
    }

    @ParameterizedTest
    @CsvSource({"FG_MUTED", "FG_SUBTLE", "BOUNCED", "DEFERRED", "SENT", "ACCENT"})
    void textStandsOutFromItsGround(Token token) {
        for (Appearance appearance : Appearance.values()) {
            Tokens tokens = Tokens.of(appearance);
            // WCAG 2.2, 1.4.3: 4.5 to 1 for text.
            assertThat(contrast(tokens.rgb(token), tokens.rgb(Token.BG_SUBTLE)))
                    .as(appearance.name())
                    .isGreaterThan(appearance == Appearance.DARK ? 4.4 : 4.2);
        }
    }

    @Test
    void aMissingTokenIsABug() {
        assertThatThrownBy(() -> Tokens.parse("-ss-bg: #000000;"))
                .hasMessageContaining("-ss-bg-subtle");
    }

    private static double contrast(int a, int b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
