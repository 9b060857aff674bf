package org.spoolscope.ui.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ui.TestingSnapshot.NOW;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Trouble;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Tone;

final class HealthTest {
    private static final LinkFailure REFUSED =
            new LinkFailure.NotReached(
                    LinkFailure.NotReached.Cause.CONNECTION_REFUSED, "192.0.2.1 port 22");

    static Stream<Arguments> states() {
        return Stream.of(
                of(TestingSnapshot.of("a"), Tone.OK, "Nothing wrong."),
                of(
                        TestingSnapshot.of("a").notListed(),
                        Tone.NEUTRAL,
                        "Connected. Listing the queue…"),
                of(TestingSnapshot.of("a").link(new Link.Paused()), Tone.OFF, "Paused by you."),
                of(
                        TestingSnapshot.of("a").link(new Link.Connecting(1, NOW)),
                        Tone.OFF,
                        "Connecting…"),
                of(
                        TestingSnapshot.of("a").link(new Link.Connecting(3, NOW.minusSeconds(70))),
                        Tone.OFF,
                        "No link for 1 min. Connecting…"),
                of(
                        TestingSnapshot.of("a").link(new Link.Silent(NOW)),
                        Tone.WARN,
                        "The server has stopped answering."),
                of(
                        TestingSnapshot.of("a")
                                .link(
                                        new Link.Down(
                                                REFUSED,
                                                NOW.minusSeconds(180),
                                                4,
                                                NOW.plusSeconds(24))),
                        Tone.OFF,
                        "Nothing answers on the SSH port."),
                of(
                        TestingSnapshot.of("a")
                                .link(
                                        new Link.Down(
                                                new LinkFailure.AuthenticationRefused(
                                                        "ops", List.of("ED25519 id")),
                                                NOW,
                                                1,
                                                null)),
                        Tone.BAD,
                        "The server refused every key of ops."),
                of(
                        TestingSnapshot.of("a")
                                .troubles(
                                        new Trouble.DiskBound(0.4, 0.7),
                                        new Trouble.QueueGrowing(9_800, 14_210)),
                        Tone.BAD,
                        "The disk is the bottleneck."),
                of(
                        TestingSnapshot.of("a").troubles(new Trouble.ListingWaits(0.5)),
                        Tone.OK,
                        "Nothing wrong."));
    }

    @ParameterizedTest
    @MethodSource("states")
    void isSaidInOneSentence(TestingSnapshot server, Tone tone, String headline) {
        Health health = Health.of(server.build(), NOW);
        assertThat(health.tone()).isEqualTo(tone);
        assertThat(health.sentence().headline()).hasToString(headline);
    }

    @Test
    void aRetrySaysWhen() {
        Health health =
                Health.of(
                        TestingSnapshot.of("a")
                                .link(
                                        new Link.Down(
                                                REFUSED,
                                                NOW.minusSeconds(180),
                                                4,
                                                NOW.plusSeconds(24)))
                                .build(),
                        NOW);
        assertThat(health.sentence().advice().toString())
                .contains("Next attempt in 24 s", "no link for 3 min");
    }

    @Test
    void everyTroubleIsATag() {
        Health health =
                Health.of(
                        TestingSnapshot.of("a")
                                .troubles(
                                        new Trouble.DiskBound(0.4, 0.7),
                                        new Trouble.QueueGrowing(9_800, 14_210),
                                        new Trouble.ListingWaits(0.7))
                                .build(),
                        NOW);
        assertThat(health.tags())
                .extracting(tag -> tag.text().toString())
                .containsExactly("Disk-bound", "Growing");
    }

    private static Arguments of(TestingSnapshot server, Tone tone, String headline) {
        return Arguments.of(server, tone, headline);
    }
}
