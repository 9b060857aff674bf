package org.spoolscope.postfix.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    .1 .2.gz .10.gz =                 | .10.gz .2.gz .1 =
                    -20260102 -20260101.xz =          | -20260101.xz -20260102 =
                    .20260102-101500 .20260102-1014.gz | .20260102-1014.gz .20260102-101500
                    .1 .1.gz .2.gz .3.zst =           | .3.zst .2.gz .1 =
                    .0 .1 =                           | .1 .0 =
                    .bak .1.tmp -audit.log .gz . .1~ = | =
                    """)
    void inOrderOfTheirNames(String listed, String expected) {
        assertThat(suffixes(parse(listed))).isEqualTo(expected);
    }

    @Test
    void whereNumbersAndDatesMeetTheTimeDecides() {
        Candidates list =
                Candidates.parse(
                        "/l",
                        bytes("1:2 5 300 300 /l.1\n1:3 5 200 200 /l-20260101\n1:4 5 400 400 /l"),
                        "500");
        assertThat(list.all())
                .extracting(Candidate::name)
                .containsExactly("/l-20260101", "/l.1", "/l");
        assertThat(list.now()).isEqualTo(500);
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        Candidates list =
                Candidates.parse(
                        "/l", bytes("\n1:2 x 3 3 /l.1\n1:2 5\n-- /l\n1:2 5 3 3 /other.1\n"), "?");
        assertThat(list.all()).isEmpty();
        assertThat(list.live()).isNull();
    }

    @Test
    void aLinkToTheLiveFileIsNoGeneration() {
        Candidates list = Candidates.parse("/l", bytes("1:2 5 3 3 /l\n1:2 5 3 3 /l.1\n"), "0");
        assertThat(list.old()).isEmpty();
    }

    private static Candidates parse(String suffixes) {
        StringBuilder list = new StringBuilder();
        int inode = 1;
        for (String suffix : suffixes.split(" ", -1)) {
            list.append("1:").append(inode++).append(" 100 1000 1000 /l");
            list.append(suffix.equals("=") ? "" : suffix).append('\n');
        }
        return Candidates.parse("/l", bytes(list.toString()), "2000");
    }

    private static String suffixes(Candidates list) {
        return list.all().stream()
                .map(one -> one.name().equals("/l") ? "=" : one.name().substring(2))
                .collect(Collectors.joining(" "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
