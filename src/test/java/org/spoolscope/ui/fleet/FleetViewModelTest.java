package org.spoolscope.ui.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ui.TestingSnapshot.NOW;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void aCardSaysWhatIsKnownAndNoMore() {
        show(TestingSnapshot.of("a").queued(20).iowait(0.3, Reading.notAvailable("no PSI")));
        CardState card = fleet.card("a").get();
        assertThat(card.about()).hasToString("Postfix 3.7.11 · 4.0 ms");
        assertThat(card.total()).hasToString("20");
        assertThat(card.growth()).hasToString("");
        assertThat(values(card)).containsExactly("—", "30.0 %", "—", "29 GB");
        assertThat(card.figures().get(1).tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void aDrainingQueueSaysWhenItIsEmpty() {
        show(TestingSnapshot.of("a").growth(-600, NOW.plusSeconds(3_600 + 720)));
        assertThat(values(fleet.card("a").get()).getFirst()).isEqualTo("1 h 12 min");
        show(TestingSnapshot.of("a").growth(600, null));
        assertThat(values(fleet.card("a").get()).getFirst()).isEqualTo("not draining");
        show(TestingSnapshot.of("a").queued(0).growth(0, null));
        assertThat(values(fleet.card("a").get()).getFirst()).isEqualTo("empty");
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
        assertThat(values(card)).containsExactly("—", "30.0 %", "14.3 %", "1.0 %");
        assertThat(card.figures().get(2).tone()).isEqualTo(Tone.BAD);
    }

    private static List<String> values(CardState card) {
        return card.figures().stream().map(figure -> figure.value().toString()).toList();
    }

    private void show(TestingSnapshot... servers) {
        fleet.show(new FleetSnapshot(Stream.of(servers).map(TestingSnapshot::build).toList()));
    }
}
