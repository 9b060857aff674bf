package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    private final Backoff backoff = new Backoff(new Random(7));

    @ParameterizedTest
    @CsvSource({
        "1, 500, 1000",
        "2, 1000, 2000",
        "5, 8000, 16000",
        "7, 30000, 60000",
        "1000, 30000, 60000"
    })
    void doublesToAMinute(int attempt, long least, long most) {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.after(attempt).toMillis()).isBetween(least, most);
        }
    }

    @Test
    void isJittered() {
        Set<Duration> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(backoff.after(7));
        }
        assertThat(seen).hasSizeGreaterThan(40);
    }

    /// An hour without the server stays below 90 attempts (goal S12).
    @Test
    void anHourIsFewAttempts() {
        Duration spent = Duration.ZERO;
        int attempts = 0;
        while (spent.compareTo(Duration.ofHours(1)) < 0) {
            spent = spent.plus(backoff.after(++attempts));
        }
        assertThat(attempts).isLessThanOrEqualTo(90);
    }
}
