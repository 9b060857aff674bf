package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CauseWordingTest {
    @ParameterizedTest
    @EnumSource
    void eachClassHasItsWords(CauseClass kind) {
        Sentence sentence = CauseWording.of(kind, "Gmail", "");

        assertThat(sentence.headline().toString()).contains("Gmail");
        assertThat(sentence.advice().toString()).isNotEmpty();
    }

    @Test
    void aListIsNamed() {
        assertThat(CauseWording.of(CauseClass.IP_BLOCKED, "Microsoft", "Spamhaus ZEN").headline())
                .hasToString("Microsoft refuses us: our address is listed by Spamhaus ZEN");
        assertThat(CauseWording.of(CauseClass.RATE_LIMITED, "", "").headline())
                .hasToString("the destination limits our rate");
    }
}
