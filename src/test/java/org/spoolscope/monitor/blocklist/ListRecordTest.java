package org.spoolscope.monitor.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.Verdict;

class ListRecordTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ListRecord record = new ListRecord(List.of());

    @Test
    void saysSinceWhen() {
        assertThat(events(check(0, Verdict.CLEAN))).isEmpty();
        assertThat(events(check(30, Verdict.LISTED, "127.0.0.4"))).containsExactly("listed at 30");
        assertThat(events(check(60, Verdict.LISTED, "127.0.0.4"))).isEmpty();
        assertThat(standing().since()).isEqualTo(at(30));
        assertThat(standing().isListed()).isTrue();
        assertThat(events(check(90, Verdict.CLEAN))).containsExactly("cleared at 90");
        assertThat(standing().isListed()).isFalse();
        assertThat(record.history())
                .extracting(ListChange::at)
                .containsExactly(at(90), at(30), at(0));
    }

    /// That a list could not be asked does not take an address off.
    @Test
    void silenceIsNoAnswer() {
        events(check(0, Verdict.LISTED, "127.0.0.4"));
        assertThat(events(check(30, Verdict.TIMEOUT))).isEmpty();
        assertThat(standing().check().verdict()).isEqualTo(Verdict.TIMEOUT);
        assertThat(standing().since()).isEqualTo(at(30));
        assertThat(standing().isListed()).isTrue();
        assertThat(events(check(60, Verdict.REFUSED))).isEmpty();
        assertThat(Objects.requireNonNull(standing().answer()).since()).isEqualTo(at(0));
        assertThat(events(check(90, Verdict.LISTED, "127.0.0.4"))).isEmpty();
        assertThat(standing().since()).isEqualTo(at(0));
        events(check(120, Verdict.TIMEOUT));
        assertThat(events(check(150, Verdict.CLEAN))).containsExactly("cleared at 150");
    }

    /// Another part of the list is another listing, and no event of its own.
    @Test
    void anotherCodeIsAChange() {
        events(check(0, Verdict.LISTED, "127.0.0.4"));
        assertThat(record.fold(List.of(check(30, Verdict.LISTED, "127.0.0.2")))).hasSize(1);
        assertThat(standing().since()).isEqualTo(at(30));
    }

    @Test
    void goesOnFromWhatWasKept() {
        List<ListChange> kept =
                List.of(
                        new ListChange(Verdict.CLEAN, check(-60, Verdict.LISTED, "127.0.0.4")),
                        new ListChange(null, check(-90, Verdict.CLEAN)));
        ListRecord later = new ListRecord(kept);

        assertThat(later.fold(List.of(check(0, Verdict.LISTED, "127.0.0.4")))).isEmpty();
        assertThat(later.standings().getFirst().since()).isEqualTo(at(-60));
        assertThat(later.history()).isEqualTo(kept);
    }

    /// What is not asked about any more, such as an address that was given up, is not shown.
    @Test
    void forgetsWhatIsNotAskedAbout() {
        events(check(0, Verdict.LISTED, "127.0.0.4"));
        record.fold(List.of());
        assertThat(record.standings()).isEmpty();
        assertThat(record.history()).hasSize(1);
    }

    private List<String> events(ListCheck check) {
        return record.fold(List.of(check)).stream()
                .filter(ListChange::isEvent)
                .map(change ->
                        (change.now().verdict() == Verdict.LISTED ? "listed" : "cleared")
                                + " at "
                                + Duration.between(NOON, change.at()).toMinutes())
                .toList();
    }

    private ListStanding standing() {
        return record.standings().getFirst();
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static ListCheck check(int minute, Verdict verdict, String... codes) {
        return new ListCheck(
                "192.0.2.13",
                "Example BL",
                "bl.example.org",
                Blocklist.Kind.IP,
                verdict,
                List.of(codes),
                "",
                "",
                "a resolver",
                Duration.ofMillis(20),
                at(minute));
    }
}
