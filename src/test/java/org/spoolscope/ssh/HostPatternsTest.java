package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    mail1.example.no;                    mail1.example.no;        true
                    MAIL1.example.no;                    mail1.Example.NO;        true
                    mail1.example.no;                    mail2.example.no;        false
                    mail1.example.no,192.0.2.1;          192.0.2.1;               true
                    *.example.no;                        mail1.example.no;        true
                    *.example.no;                        example.no;              false
                    mail?.example.no;                    mail1.example.no;        true
                    mail?.example.no;                    mail.example.no;         false
                    *.example.no,!mail2.example.no;      mail2.example.no;        false
                    !mail2.example.no,*.example.no;      mail1.example.no;        true
                    !mail2.example.no;                   mail1.example.no;        false
                    *;                                   [mail1.example.no]:2222; true
                    [*]:*;                               [mail1.example.no]:2222; true
                    [mail1.example.no]:2222;             [mail1.example.no]:2222; true
                    [mail1.example.no]:2222;             mail1.example.no;        false
                    mail1.example.no;                    [mail1.example.no]:2222; false
                    2001:db8::1;                         2001:db8::1;             true
                    |1|broken;                           mail1.example.no;        false
                    |1|!!|!!;                            mail1.example.no;        false
                    |2|AAAA|AAAA;                        mail1.example.no;        false
                    """)
    void matchesAsOpenSshDoes(String field, String name, boolean matches) {
        assertThat(HostPatterns.parse(field).matches(name)).isEqualTo(matches);
    }

    /// Made by `ssh-keygen -H`.
    @Test
    void hashedByOpenSsh() {
        HostPatterns hashed =
                HostPatterns.parse("|1|hYs/QBaDfHJn+t3l/cWljgHSVQs=|+QEuymWJzkz/GKwEkCRzgzjHRes=");

        assertThat(hashed.matches("[127.0.0.1]:22922")).isTrue();
        assertThat(hashed.matches("[127.0.0.1]:22923")).isFalse();
        assertThat(hashed.matches("127.0.0.1")).isFalse();
    }

    @Test
    void hashesAreSaltedAndMatch() {
        String first = HostPatterns.hash("Mail1.example.no");
        String second = HostPatterns.hash("Mail1.example.no");

        assertThat(first).startsWith("|1|").isNotEqualTo(second);
        assertThat(HostPatterns.parse(first).matches("mail1.example.no")).isTrue();
        assertThat(HostPatterns.parse(second).matches("mail1.example.no")).isTrue();
    }

    @Test
    void manyStarsTakeNoTime() {
        long start = System.nanoTime();

        assertThat(HostPatterns.parse("*a".repeat(2000) + "b").matches("a".repeat(5000))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
}
