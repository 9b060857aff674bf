package org.spoolscope.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Drain;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.chart.ChartSpec;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;

/// What the page says, without a toolkit.
class ServerViewModelTest {
    private final ServerViewModel model =
            new ServerViewModel(InstantSource.fixed(TestingServers.NOW), new Times(ZoneOffset.UTC));

    private ServerPage page(ServerSnapshot server) {
        model.show(server);
        return Objects.requireNonNull(model.page().get());
    }

    @Test
    void theFirstLineSaysHowFreshThingsAre() {
        Heading heading = page(TestingServers.diskBound()).heading();
        assertThat(heading.details())
                .hasToString(
                        "Postfix 3.7.11 · 192.0.2.13 · round trip 4.2 ms · queue listed 12 s ago,"
                                + " every 4 s · growing");
        assertThat(heading.tone()).isEqualTo(Tone.BAD);
        assertThat(page(TestingServers.calm()).heading().tone()).isEqualTo(Tone.OK);
    }

    /// No pace is told that is not kept.
    @Test
    void theFirstLineSaysNoPaceWhileListingsWait() {
        ServerSnapshot waiting =
                TestingSnapshot.of("a").queued(0).troubles(new Trouble.ListingWaits(75)).build();
        assertThat(page(waiting).heading().details().toString())
                .contains("queue listed ")
                .endsWith(" ago");
    }

    @Test
    void theFirstLineSaysWhenTheQueueIsEmpty() {
        assertThat(drain(new Drain.TooEarly())).endsWith(" · too early to tell when it is empty");
        assertThat(drain(new Drain.NotDraining())).endsWith(" · not draining");
        assertThat(drain(new Drain.Empty())).endsWith(" · only mail on hold");
        assertThat(drain(draining(600, 1_800L)))
                .endsWith(" · draining, empty between 14:42 and 15:02");
        assertThat(drain(draining(600, 610L))).endsWith(" · draining, empty at about 14:42");
        assertThat(drain(draining(600, null))).endsWith(" · draining, empty not before 14:42");
        assertThat(drain(draining(30_000, 200_000L))).endsWith(" · draining, empty in 8 h–2 d");
        assertThat(page(TestingSnapshot.of("a").queued(0).build()).heading().details().toString())
                .endsWith(" every 4 s");
    }

    private String drain(Drain drain) {
        return page(TestingSnapshot.of("a").growth(-100, drain).build())
                .heading()
                .details()
                .toString();
    }

    private static Drain draining(long earliest, @Nullable Long latest) {
        return new Drain.Draining(
                TestingServers.NOW.plusSeconds(earliest + 5),
                TestingServers.NOW.plusSeconds(earliest),
                latest == null ? null : TestingServers.NOW.plusSeconds(latest));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    unknown,    ACCEPT_KEY
                    passphrase, ENTER_PASSPHRASE
                    refused,    EDIT
                    lost,       TRY_AGAIN
                    """)
    void aLostLinkOffersWhatHelps(String failure, Remedy first) {
        LinkFailure why =
                switch (failure) {
                    case "unknown" ->
                            new LinkFailure.HostKeyUnknown("h", "ssh-ed25519", "f", "k", List.of());
                    case "passphrase" -> new LinkFailure.PassphraseNeeded("~/.ssh/id", false);
                    case "refused" -> new LinkFailure.AuthenticationRefused("watch", List.of());
                    default -> new LinkFailure.Lost(false, "closed");
                };
        ServerPage page = page(TestingServers.down(why, null));
        assertThat(page.notices().getFirst().remedies()).startsWith(first);
        assertThat(page.canList()).isFalse();
    }

    @Test
    void whenItIsTriedAgainIsSaid() {
        assertThat(page(TestingServers.lost()).notices().getFirst().sentence().advice().toString())
                .contains("No link for 10 min, next attempt in 12 s");
    }

    @Test
    void figuresOfBeforeAreMentionedOnlyWhereThereAreAny() {
        LinkFailure failure = new LinkFailure.PassphraseNeeded("~/.ssh/id", false);
        assertThat(advice(TestingServers.down(failure, null)))
                .endsWith("No link for 10 min; the figures are the last ones.");
        assertThat(advice(TestingServers.neverReached(failure))).endsWith("No link for 10 min.");
    }

    private String advice(ServerSnapshot server) {
        return page(server).notices().getFirst().sentence().advice().toString();
    }

    @ParameterizedTest
    @CsvSource({"MINUTES_5, 151", "MINUTES_15, 451", "HOUR, 1800"})
    void theRangeChoosesTheRows(TimeRange range, int rows) {
        model.show(TestingServers.diskBound());
        model.range().set(range);
        ChartSpec queue = Objects.requireNonNull(model.charts().get().get(ServerChart.QUEUE)).get();
        assertThat(queue.millis()).hasSize(rows);
        assertThat(queue.series()).hasSize(5);
    }

    @Test
    void anInstanceIsARowOnlyAmongSeveral() {
        assertThat(page(TestingServers.calm()).instances()).isEmpty();
        assertThat(page(TestingServers.twoInstances()).instances().getFirst().cells().toString())
                .isEqualTo("[4,124, 3,283, 589, 252, 0, 0, listing, 12 s ago]");
    }

    @Test
    void aShortHistorySaysSinceWhen() {
        model.show(TestingServers.new40s());
        assertThat(model.watchedSince()).hasToString("watched since 14:31:27");
        model.show(TestingServers.calm());
        assertThat(model.watchedSince().isEmpty()).isTrue();
    }
}
