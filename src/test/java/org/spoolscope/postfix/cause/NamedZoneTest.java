package org.spoolscope.postfix.cause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which list a reply names.
class NamedZoneTest {
    @ParameterizedTest
    @CsvSource({
        "Client host [192.0.2.13] blocked using RBL.house.example; see https://x.example/, rbl.house.example",
        "host is in a black list at bl.house.example, bl.house.example",
        "192.0.2.13 is listed in bl.house.example., bl.house.example",
        "blocked (listed by (bl.house.example)), bl.house.example",
        "Your IP is blocked by mx.receiver.example, ''",
        "192.0.2.13 is listed at https://bl.house.example/, ''",
        "blocked using 192.0.2.13, ''",
        "blocked using our own list, ''",
        "listed on 28.11.2026, ''",
    })
    void aZoneStandsWhereMailServersPutIt(String reply, String zone) {
        assertThat(NamedZone.in(reply).orElse("")).isEqualTo(zone);
    }
}
