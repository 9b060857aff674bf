package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.DisplayText;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    abc              , 3
                    ''               , 0
                    kåre             , 4
                    ka\u030Are       , 4
                    日本語            , 6
                    ｈａｌｆ          , 8
                    😀               , 2
                    a\u202Eb         , 10
                    """)
    void countsColumns(String text, int columns) {
        assertThat(DisplayWidth.of(DisplayText.of(text))).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    abcdef , 6, abcdef
                    abcdef , 5, abcd…
                    日本語  , 6, 日本語
                    日本語  , 5, 日本…
                    日本語  , 4, 日…
                    😀😀   , 3, 😀…
                    """)
    void cutsBetweenCharacters(String text, int max, String shown) {
        assertThat(DisplayWidth.clip(DisplayText.of(text), max)).hasToString(shown);
    }
}
