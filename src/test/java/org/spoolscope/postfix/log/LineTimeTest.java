package org.spoolscope.postfix.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Nov  8 10:38:17                    | 2026-11-08T09:38:17Z
                    Jul 18 10:38:17                    | 2026-07-18T08:38:17Z
                    Jul 18 10:38:17.25                 | 2026-07-18T08:38:17.250Z
                    Dec  2 10:38:17                    | 2026-12-02T09:38:17Z
                    Dec  3 10:38:17                    | 2025-12-03T09:38:17Z
                    Feb 29 10:38:17                    | 2024-02-29T09:38:17Z
                    Dec  1 23:59:60                    | 2026-12-01T23:00:00Z
                    2026-11-08T10:38:17+01:00          | 2026-11-08T09:38:17Z
                    2026-11-08T10:38:17.123456-05:30   | 2026-11-08T16:08:17.123456Z
                    2026-11-08T10:38:17.123456789Z     | 2026-11-08T10:38:17.123456Z
                    2026-11-08T10:38:17+0100           | 2026-11-08T09:38:17Z
                    2026-11-08T10:38:17.5              | 2026-11-08T09:38:17.500Z
                    2026-07-08T10:38:17,000001         | 2026-07-08T08:38:17.000001Z
                    2024-02-29T00:00:00Z               | 2024-02-29T00:00:00Z
                    1969-12-31T23:59:59.999999Z        | 1969-12-31T23:59:59.999999Z
                    """)
    void readsOneTime(String stamp, Instant time) {
        assertThat(times(Corpus.OSLO, Corpus.CLOCK, stamp)).containsExactly(time);
    }

    /// Years follow from the lines before: New Year, a clock that was set back, lines out of order,
    /// old logs, leap days.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-01-02 | Dec 31 23:59:59; Jan  1 00:00:01                  | 2025-12-31T22:59:59Z; 2025-12-31T23:00:01Z
                    2026-01-02 | Dec 31 23:59:59; Jan  1 00:00:01; Dec 31 23:59:58 | 2025-12-31T22:59:59Z; 2025-12-31T23:00:01Z; 2025-12-31T22:59:58Z
                    2026-05-01 | Oct  1 12:00:00; Feb  1 12:00:00; Jun  1 12:00:00 | 2025-10-01T10:00:00Z; 2026-02-01T11:00:00Z; 2025-06-01T10:00:00Z
                    2026-05-01 | Jun  1 12:00:00; May 20 12:00:00; Jun  2 12:00:00 | 2025-06-01T10:00:00Z; 2025-05-20T10:00:00Z; 2025-06-02T10:00:00Z
                    2028-03-05 | Feb 28 23:00:00; Feb 29 01:00:00; Mar  1 01:00:00 | 2028-02-28T22:00:00Z; 2028-02-29T00:00:00Z; 2028-03-01T00:00:00Z
                    2026-03-05 | Feb 29 01:00:00; Mar  1 01:00:00                  | 2024-02-29T00:00:00Z; 2024-03-01T00:00:00Z
                    2026-11-01 | Oct 25 02:59:59; Oct 25 02:00:01; Oct 25 03:00:00 | 2026-10-25T00:59:59Z; 2026-10-25T01:00:01Z; 2026-10-25T02:00:00Z
                    2026-04-01 | Mar 29 01:59:59; Mar 29 03:00:00                  | 2026-03-29T00:59:59Z; 2026-03-29T01:00:00Z
                    """)
    void infersYearsAndTheHourThatComesTwice(String today, String stamps, String expected) {
        InstantSource clock = InstantSource.fixed(Instant.parse(today + "T12:00:00Z"));

        assertThat(times(Corpus.OSLO, clock, stamps.split("; ")))
                .extracting(Instant::toString)
                .containsExactly(expected.split("; "));
    }

    private static List<Instant> times(ZoneId zone, InstantSource clock, String... stamps) {
        LogParser parser = new LogParser(zone, clock);
        LogLine line = new LogLine();
        List<Instant> times = new ArrayList<>();
        for (String stamp : stamps) {
            byte[] bytes =
                    (stamp + " mail postfix/qmgr[1]: 3A9B720C620: removed")
                            .getBytes(StandardCharsets.US_ASCII);
            parser.parse(bytes, 0, bytes.length, line);
            times.add(Objects.requireNonNull(line.time()));
        }
        return times;
    }
}
