package org.spoolscope.monitor.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PieceSizeTest {
    private final PieceSize size = new PieceSize();

    @Test
    void aFastDiskGetsAsManyAsTakeASecond() {
        took(500, Duration.ofMillis(125));

        assertThat(size.ids()).isEqualTo(4_000);
    }

    @Test
    void noPostsuperIsGivenMoreThanTenThousand() {
        took(500, Duration.ofMillis(1));

        assertThat(size.ids()).isEqualTo(10_000);
    }

    /// So that the person can stop.
    @Test
    void aDrowningDiskGetsFewAtOnce() {
        took(500, Duration.ofSeconds(100));
        assertThat(size.ids()).isEqualTo(20);

        took(20, Duration.ofMillis(400));
        assertThat(size.ids()).isEqualTo(50);
    }

    @Test
    void theRestOfAnInstanceIsNoReasonForFewer() {
        took(500, Duration.ofMillis(500));
        took(3, Duration.ofMillis(60));

        assertThat(size.ids()).isEqualTo(1_000);
    }

    private void took(int ids, Duration time) {
        size.took(ids, time.toNanos());
    }
}
