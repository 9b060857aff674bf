package org.spoolscope.ui.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.FilterSyntaxException;
import org.spoolscope.postfix.filter.LogFilter;
import org.spoolscope.ui.TestingLog;

class DestinationsViewModelTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(TestingLog.NOW);
    private final InstantSource clock = now::get;
    private final DestinationsViewModel model = new DestinationsViewModel(clock);

    private List<String> names() {
        return model.rows().get().stream()
                .map(row -> row.figures().name())
                .filter(name -> !name.startsWith("very"))
                .toList();
    }

    @Test
    void theBusiestComeFirst() {
        model.show(TestingDestinations.one());
        assertThat(names())
                .containsExactly(
                        "Gmail",
                        "Microsoft",
                        "Yahoo",
                        "firma.example",
                        "uni.example",
                        "nowhere.example");
        assertThat(model.status().get().summary())
                .hasToString("7 destinations, 34,719 attempts in the last hour");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, false, firma.example",
        "BOUNCE, true, uni.example",
        "BOUNCE, false, firma.example",
        "DEFERRAL, true, nowhere.example",
        "MEDIAN, true, uni.example",
        "CONNECTIONS, true, Gmail",
        "REPLY, false, firma.example"
    })
    void sortsByAnyColumn(DestinationColumn column, boolean descending, String first) {
        model.show(TestingDestinations.one());
        model.sort(column, descending);
        assertThat(names()).first().isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatIsNotKnownComesLastEitherWay(boolean descending) {
        model.show(TestingDestinations.one());
        model.sort(DestinationColumn.MEDIAN, descending);
        assertThat(names()).last().isEqualTo("nowhere.example");
    }

    @Test
    void rowsChangeAtMostOnceASecond() {
        model.show(TestingDestinations.one());
        List<DestinationRow> before = model.rows().get();
        now.set(TestingLog.NOW.plusMillis(900));
        model.show(
                new FleetSnapshot(List.of(TestingDestinations.server("mail1", LogSnapshot.NONE))));
        assertThat(model.rows().get()).isEqualTo(before);
        now.set(TestingLog.NOW.plusMillis(1_000));
        model.show(
                new FleetSnapshot(List.of(TestingDestinations.server("mail1", LogSnapshot.NONE))));
        assertThat(model.rows().get()).isEmpty();
        assertThat(model.status().get().empty()).isEqualTo(DestinationsStatus.Empty.NO_LOG);
    }

    @Test
    void oneServersDestinationsAreShownAlone() {
        model.show(TestingDestinations.several());
        assertThat(model.rows().get()).hasSize(9);
        assertThat(model.status().get().note().toString()).startsWith("Without relay-osl:");
        model.choose("mail2");
        assertThat(names()).containsExactly("Gmail", "kommune.example");
        assertThat(model.status().get().note().isEmpty()).isTrue();
    }

    @Test
    void queueAndLogAreFilteredByProviderOrDomainAndCause() throws FilterSyntaxException {
        model.show(TestingDestinations.one());
        DestinationRow gmail = model.rows().get().getFirst();
        DestinationRow domain = model.rows().get().get(3);
        CauseFigures limited = gmail.figures().causes().getFirst();
        assertThat(gmail.queueFilter(null)).isEqualTo("server:mail1 provider:Gmail");
        assertThat(gmail.queueFilter(limited))
                .isEqualTo("server:mail1 provider:Gmail cause:rate-limited");
        assertThat(gmail.logFilter(limited)).isEqualTo("provider:Gmail cause:rate-limited");
        assertThat(domain.queueFilter(null)).isEqualTo("server:mail1 domain:firma.example");
        for (DestinationRow row : model.rows().get()) {
            for (CauseFigures cause : row.figures().causes()) {
                assertThat(Filter.parse(row.queueFilter(cause), TestingJudgement.BUILT_IN))
                        .hasToString(row.queueFilter(cause));
                assertThat(LogFilter.parse(row.logFilter(cause), TestingJudgement.BUILT_IN))
                        .hasToString(row.logFilter(cause));
            }
        }
    }

    @Test
    void oddNamesAreQuoted() throws FilterSyntaxException {
        DestinationRow odd =
                new DestinationRow(
                        "mail \"1\"", TestingLog.destination("*.example", false, 1, 0, 0, 1));
        assertThat(odd.queueFilter(null))
                .isEqualTo("server:\"mail \\\"1\\\"\" domain:\"*.example\"");
        assertThat(Filter.parse(odd.queueFilter(null), TestingJudgement.BUILT_IN))
                .hasToString(odd.queueFilter(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Gmail           | 6,024 · Gmail limits our rate
                    Microsoft       | 402 · Microsoft refuses us: our address is listed by Spamhaus ZEN
                    uni.example     | 31 · There are no such recipients at uni.example
                    firma.example   |
                    """)
    void theMostFrequentReplyIsToldInPlainWords(String name, String reply) {
        model.show(TestingDestinations.one());
        DestinationRow row =
                model.rows().get().stream()
                        .filter(one -> one.figures().name().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(DestinationColumn.REPLY.text(row)).hasToString(reply == null ? "" : reply);
    }

    @Test
    void everyColumnSaysWhatItIs() {
        for (DestinationColumn column : DestinationColumn.values()) {
            assertThat(column.definition().isEmpty()).isFalse();
        }
        assertThat(DestinationColumn.BOUNCE.definition().toString())
                .isEqualTo(
                        "Bounce rate: recipients bounced / recipients finished, that is sent or"
                                + " bounced");
    }
}
