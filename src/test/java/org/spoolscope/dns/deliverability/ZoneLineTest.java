package org.spoolscope.dns.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Lines that are copied into a zone file hold nothing but printable ASCII.
final class ZoneLineTest {
    @Test
    void escapesWhatCameFromOutside() {
        assertThat(ZoneLine.text("example.org", "a\"b\\c\n\u00e9\u001b[0m"))
                .isEqualTo("example.org. IN TXT \"a\\\"b\\\\c\\010\\233\\027[0m\"");
    }

    @Test
    void cutsLongTextIntoStrings() {
        assertThat(ZoneLine.text("x", "a".repeat(300)))
                .isEqualTo("x. IN TXT \"" + "a".repeat(255) + "\" \"" + "a".repeat(45) + "\"");
    }
}
