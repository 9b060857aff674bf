package org.spoolscope.demo.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.RemoteCommand;

class ShellWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    a b c         ~ a|b|c
                    ` a  '' b `   ~ a||b
                    'a b' c       ~ a b|c
                    'it'\\''s'     ~ it's
                    "a 'b' \\" c"  ~ a 'b' " c
                    "\\a\\\\"       ~ \\a\\
                    a\\ b          ~ a b
                    'a;b$(c)&d'e  ~ a;b$(c)&de
                    """)
    void splitsLikeAShell(String line, String words) {
        assertThat(String.join("|", ShellWords.split(line))).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b", "a|b", "$(x)", "a > b", "'open", "\"open", "\"$x\"", "a\\", "*", "a\nb"
            })
    void refusesWhatAShellWouldActOn(String line) {
        assertThatThrownBy(() -> ShellWords.split(line))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesApartWhatARemoteCallPutsTogether() {
        RemoteCommand command = new RemoteCommand("x", "echo \"$1\" 'it''s' `id`; exit\n# end\n");
        String nasty = "a'b $(rm) \"\\ ø\u202e";
        assertThat(ShellWords.split(command.call(nasty, "").execLine()))
                .isEqualTo(
                        List.of("exec", "sh", "-c", command.script(), "spoolscope-x", nasty, ""));
    }
}
