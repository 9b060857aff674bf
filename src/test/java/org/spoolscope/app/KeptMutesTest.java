package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.ui.state.WindowState;

class KeptMutesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Mute ONE =
            new Mute("192.0.2.10", "Example BL", "asked; wait, till \u201cMonday\u201d\n", NOON);
    private static final Mute OTHER =
            new Mute("2001:db8::25", "UCEPROTECT 3", "", NOON.plusSeconds(1));

    private final WindowState state = WindowState.ofThisRun();

    @Test
    void areRememberedWithTheWindow() {
        KeptMutes mutes = new KeptMutes(state);
        mutes.add(List.of(ONE, OTHER));
        assertThat(new KeptMutes(state).all()).containsExactly(ONE, OTHER);
        mutes.remove(List.of(ONE));
        assertThat(new KeptMutes(state).all()).containsExactly(OTHER);
        mutes.remove(List.of(OTHER));
        assertThat(new KeptMutes(state).all()).isEmpty();
    }

    /// Broken ones are shown again, and take nothing else with them.
    @Test
    void whatCantBeReadIsNoMute() {
        new KeptMutes(state).add(List.of(ONE));
        String good = state.get("blocklist.mutes");
        state.put("blocklist.mutes", "%zz;a;b;c," + good + ",a;b;c;yesterday,a;b");
        assertThat(new KeptMutes(state).all()).containsExactly(ONE);
    }
}
