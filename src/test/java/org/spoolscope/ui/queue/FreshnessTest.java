package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ui.queue.TestingFleet.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.Reconciliation;
import org.spoolscope.model.ServerSnapshot;

class FreshnessTest {
    private static final KnownQueue LISTED =
            KnownQueue.of(TestingFleet.listing(NOW.minusSeconds(240), List.of()));

    @Test
    void saysHowFreshTheQueuesAre() {
        assertThat(summary(told(1))).isEqualTo("live from the log");
        assertThat(summary(told(70))).isEqualTo("by the log, as of 1 min ago");
        assertThat(summary(LISTED)).isEqualTo("listed 4 min ago");
        assertThat(summary(told(1), LISTED)).isEqualTo("1 live, 1 listed 4 min ago");
        assertThat(Freshness.summary(List.of(), NOW)).isNull();
    }

    @Test
    void saysWhatAListingPutRightAndWhy() {
        assertThat(notes(checked(5, 2, 3, 1, Set.of(ListingCause.UNEXPLAINED_TOTAL)), Set.of()))
                .containsExactly(
                        "mail1: a listing 10 min ago found what the log had not told: 3 more,"
                                + " 3 gone, 1 in another queue. Someone used postsuper on messages"
                                + " that it does not name in the log.");
        assertThat(notes(checked(0, 0, 1, 0, Set.of()), Set.of()))
                .containsExactly(
                        "mail1: a listing 10 min ago found what the log had not told: 1 gone. Why"
                                + " is not known.");
    }

    /// Mail that the queue manager has not taken up yet is no difference, nor is the first listing.
    @Test
    void saysNothingWhereTheLogHadToldAll() {
        assertThat(notes(checked(2, 2, 0, 0, Set.of()), Set.of())).isEmpty();
        assertThat(notes(checked(900, 0, 3, 0, Set.of(ListingCause.NOT_LISTED)), Set.of()))
                .isEmpty();
    }

    @Test
    void saysWhatTheLogDoesNotTellAtPresent() {
        assertThat(
                        notes(
                                checked(0, 0, 0, 0, Set.of()),
                                Set.of(ListingCause.GAP, ListingCause.HELD_ON_ARRIVAL)))
                .containsExactly(
                        "mail1: Lines of the log are missing. Mail was put on hold as it came, of"
                                + " which the log tells a part. It is listed again soon.");
    }

    private static String summary(KnownQueue... queues) {
        List<ServerSnapshot> servers = List.of(queues).stream().map(FreshnessTest::server).toList();
        return Objects.requireNonNull(Freshness.summary(servers, NOW)).toString();
    }

    private static List<String> notes(Reconciliation checked, Set<ListingCause> wanted) {
        KnownQueue queue = known(NOW, checked, wanted);
        return Freshness.notes(server(queue), queue, NOW).stream().map(Object::toString).toList();
    }

    private static ServerSnapshot server(KnownQueue queue) {
        return TestingFleet.snapshot(
                "mail1",
                new Link.Online(NOW, null),
                List.of(new InstanceQueue(TestingFleet.instance("-"), queue)));
    }

    private static KnownQueue told(int secondsAgo) {
        return known(NOW.minusSeconds(secondsAgo), checked(0, 0, 0, 0, Set.of()), Set.of());
    }

    private static KnownQueue known(
            Instant asOf, Reconciliation checked, Set<ListingCause> wanted) {
        return new KnownQueue(
                asOf, QueueTable.of(List.of()), true, 0, new KnownQueue.Told(checked, wanted));
    }

    private static Reconciliation checked(
            int added, int waiting, int vanished, int changed, Set<ListingCause> explanations) {
        return new Reconciliation(
                NOW.minusSeconds(600), added, waiting, vanished, changed, List.of(), explanations);
    }
}
