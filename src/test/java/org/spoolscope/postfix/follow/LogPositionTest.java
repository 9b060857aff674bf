package org.spoolscope.postfix.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.postfix.follow.Fingerprint.Match;

class LogPositionTest {
    private static final byte[] HEAD = new byte[2000];

    static {
        for (int i = 0; i < HEAD.length; i++) {
            HEAD[i] = (byte) (i * 31);
        }
    }

    private static Generation generation(int length, long offset) {
        return new Generation(
                Fingerprint.of(HEAD, length), offset, 3, Fingerprint.hash(HEAD, 0, 3), "8:1:0.5");
    }

    @Test
    void comesBackFromItsText() {
        LogPosition position =
                LogPosition.NONE
                        .with(
                                new FilePosition(
                                        "/var/log/odd name",
                                        List.of(generation(1, 3), generation(65, 70)),
                                        List.of(generation(1024, 1L << 40), generation(300, 300)),
                                        true))
                        .with(
                                new FilePosition(
                                        "/b",
                                        List.of(),
                                        List.of(
                                                new Generation(
                                                        Fingerprint.NONE, 0, 0, "", "1:2:W")),
                                        false))
                        .with("s=1;i=2");

        assertThat(LogPosition.parse(position.text())).isEqualTo(position);
        assertThat(position.file("/b").generations()).hasSize(1);
        assertThat(position.file("/c")).isEqualTo(FilePosition.none("/c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spoolscope-log-position 2\n",
                "spoolscope-log-position 1",
                "spoolscope-log-position 1\nopen x",
                "spoolscope-log-position 1\nfile relative\n",
                "spoolscope-log-position 1\nfile /a\nopen 1:2 5 0: 9:ab\n",
                "spoolscope-log-position 1\nfile /a\nopen 1:2 -5 0: 0:\n",
                "spoolscope-log-position 1\nfile /a\nopen 1:2 5 70:ab 0:\n",
                "spoolscope-log-position 1\nfile /a\nwhat\n",
                "spoolscope-log-position 1\nunsure\n",
                "spoolscope-log-position 1\nfile /a\nunsure 1\n"
            })
    void anythingElseIsNone(String text) {
        assertThat(LogPosition.parse(text)).isEqualTo(LogPosition.NONE);
    }

    @Test
    void aBeginningIsKnownAgain() {
        Fingerprint of300 = Fingerprint.of(HEAD, 300);
        byte[] other = Arrays.copyOf(HEAD, 1024);
        other[60] ^= 1;

        assertThat(of300.match(HEAD, 1024)).isEqualTo(Match.SAME);
        assertThat(of300.match(HEAD, 300)).isEqualTo(Match.SAME);
        assertThat(of300.match(HEAD, 299)).isEqualTo(Match.SHORTER);
        assertThat(of300.match(HEAD, 64)).isEqualTo(Match.SHORTER);
        assertThat(of300.match(HEAD, 63)).isEqualTo(Match.OTHER);
        assertThat(of300.match(other, 1024)).isEqualTo(Match.OTHER);
        assertThat(of300.match(other, 100)).isEqualTo(Match.OTHER);
        assertThat(Fingerprint.NONE.match(HEAD, 1024)).isEqualTo(Match.OTHER);
        assertThat(Fingerprint.of(HEAD, 2000)).isEqualTo(Fingerprint.of(HEAD, 1024));
    }

    @Test
    void onlyTheLastFinishedOnesAreKept() {
        List<Generation> many =
                java.util.stream.IntStream.range(0, 50)
                        .mapToObj(n -> generation(9, n + 3))
                        .toList();
        assertThat(new FilePosition("/a", many, List.of(), false).past())
                .isEqualTo(many.subList(50 - FilePosition.PAST, 50));
    }
}
