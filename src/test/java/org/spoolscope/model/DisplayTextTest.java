package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayTextTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    plain@example.com      , plain@example.com
                    kåre@eksempel.example  , kåre@eksempel.example
                    a\u202Eb               , a⟨U+202E⟩b
                    a\u200Bb               , a⟨U+200B⟩b
                    a\u001B[31mb           , a⟨U+001B⟩[31mb
                    a\uD800b               , a⟨U+D800⟩b
                    😀                     , 😀
                    """)
    void showsWhatWouldDeceive(String foreign, String shown) {
        assertThat(DisplayText.of(foreign)).hasToString(shown);
    }
}
