package org.spoolscope.ui.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ui.TestingSnapshot.NOW;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.Drain;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Reading;
import org.spoolscope.model.Trouble;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Tone;

final class FleetViewModelTest {
    private static final Trouble BUSY = new Trouble.DiskBound(0.4, 0.7);
    private static final Trouble GROWING = new Trouble.QueueGrowing(9_800, 14_210);

    private final FleetViewModel fleet = new FleetViewModel(InstantSource.fixed(NOW));

    @Test
    void worstComesFirst() {
        show(
                TestingSnapshot.of("well"),
                TestingSnapshot.of("growing").troubles(GROWING),
                TestingSnapshot.of("paused").link(new Link.Paused()),
                TestingSnapshot.of("busy").troubles(BUSY));
        assertThat(fleet.order()).containsExactly("busy", "growing", "paused", "well");
    }

    @Test
    void cardsStayWhereTheyAreWhileTheTonesStay() {
        show(TestingSnapshot.of("a").queued(50), TestingSnapshot.of("b").queued(40));
        show(TestingSnapshot.of("a").queued(50), TestingSnapshot.of("b").queued(90));
        assertThat(fleet.order()).containsExactly("a", "b");
        show(TestingSnapshot.of("a").queued(50), TestingSnapshot.of("b").queued(90).troubles(BUSY));
        assertThat(fleet.order()).containsExactly("b", "a");
    }

    @Test
    void aServerThatIsGoneLeavesNoCard() {
        show(TestingSnapshot.of("a"), TestingSnapshot.of("b"));
        show(TestingSnapshot.of("b"));
        assertThat(fleet.order()).containsExactly("b");
    }

    @Test
    void sumsUp() {
        show(
                TestingSnapshot.of("a").queued(1_200),
                TestingSnapshot.of("b").queued(34).troubles(BUSY),
                TestingSnapshot.of("c")
                        .queued(0)
                        .link(new Link.Down(new LinkFailure.NoIdentity(List.of()), NOW, 1, null)));
        assertThat(fleet.summary().get()).hasToString("3 servers · 1,234 queued · 2 need you");
    }

    /// The first server's queue is not known yet.
    @ParameterizedTest
    @CsvSource({"1, 1 server", "2, 2 servers · 34 queued on 1"})
    void countsOnlyWhatIsKnown(int servers, String summary) {
        show(
                Stream.of(TestingSnapshot.of("a").notListed(), TestingSnapshot.of("b").queued(34))
                        .limit(servers)
                        .toArray(TestingSnapshot[]::new));
        assertThat(fleet.summary().get()).hasToString(summary);
    }

    @Test
    void aCardSaysWhatIsKnownAndNoMore() {
        show(TestingSnapshot.of("a").queued(20).iowait(0.3, Reading.notAvailable("no PSI")));
        CardState card = fleet.card("a").get();
        assertThat(card.about()).hasToString("Postfix 3.7.11 · 4.0 ms");
        assertThat(card.total()).hasToString("20");
        assertThat(card.growth()).hasToString("");
        assertThat(values(card)).containsExactly("too early", "30.0 %", "—", "29 GB");
        assertThat(card.figures().get(1).tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void aDrainingQueueSaysWhenItIsEmpty() {
        assertThat(emptyIn(-600, draining(4_320, 4_000, 4_700L))).isEqualTo("1 h 12 min");
        assertThat(emptyIn(-600, draining(4_320, 3_000, 6_000L))).isEqualTo("50–100 min");
        assertThat(emptyIn(-600, draining(43_200, 30_000, 200_000L))).isEqualTo("8 h–2 d");
        assertThat(emptyIn(-600, draining(4_320, 3_000, null))).isEqualTo("over 50 min");
        assertThat(emptyIn(600, new Drain.Growing())).isEqualTo("growing");
        assertThat(emptyIn(0, new Drain.NotDraining())).isEqualTo("not draining");
        assertThat(emptyIn(0, new Drain.TooEarly())).isEqualTo("too early");
        assertThat(emptyIn(0, new Drain.Empty())).isEqualTo("only held");
        show(TestingSnapshot.of("a").queued(0).growth(0, new Drain.Empty()));
        assertThat(values(fleet.card("a").get()).getFirst()).isEqualTo("empty");
    }

    private String emptyIn(double perHour, Drain drain) {
        show(TestingSnapshot.of("a").growth(perHour, drain));
        return values(fleet.card("a").get()).getFirst();
    }

    private static Drain draining(long most, long earliest, @Nullable Long latest) {
        return new Drain.Draining(
                NOW.plusSeconds(most),
                NOW.plusSeconds(earliest),
                latest == null ? null : NOW.plusSeconds(latest));
    }

    @Test
    void withoutALinkThereAreNoFigures() {
        show(
                TestingSnapshot.of("a")
                        .link(
                                new Link.Down(
                                        new LinkFailure.Lost(true, "silent"),
                                        NOW,
                                        1,
                                        NOW.plusSeconds(5))));
        CardState card = fleet.card("a").get();
        assertThat(card.total()).hasToString("—");
        assertThat(values(card)).containsOnly("—");
        assertThat(card.failure()).isNull();
    }

    @Test
    void withALiveLogTheCardTellsItsRates() {
        var log = TestingLog.of().rates(TestingLog.rates(100, 60, 30, 10)).build();
        fleet.show(
                new FleetSnapshot(
                        List.of(TestingLog.with(TestingSnapshot.of("a").queued(20).build(), log))));
        CardState card = fleet.card("a").get();
        assertThat(card.figures())
                .extracting(figure -> figure.name().toString())
                .containsExactly("empty in", "deferral", "bounce", "iowait");
        assertThat(values(card)).containsExactly("too early", "30.0 %", "14.3 %", "1.0 %");
        assertThat(card.figures().get(2).tone()).isEqualTo(Tone.BAD);
    }

    private static List<String> values(CardState card) {
        return card.figures().stream().map(figure -> figure.value().toString()).toList();
    }

    private void show(TestingSnapshot... servers) {
        fleet.show(new FleetSnapshot(Stream.of(servers).map(TestingSnapshot::build).toList()));
    }
}
