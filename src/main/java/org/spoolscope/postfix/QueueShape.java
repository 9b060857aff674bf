package org.spoolscope.postfix;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spoolscope.model.DomainNumbers;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.TableRows;

/// How many recipients of which domain have waited how long: the table of Postfix's own qshape(1).
///
/// @param total the sum of all rows, under the name `TOTAL`
/// @param rows the domain with most recipients first
public record QueueShape(Row total, List<Row> rows) {
    /// Upper bounds of the age columns in minutes, exclusive; the last column has none.
    public static final List<Integer> MINUTES = List.of(5, 10, 20, 40, 80, 160, 320, 640, 1280);

    /// How many age columns there are.
    public static final int COLUMNS = MINUTES.size() + 1;

    private static final long MINUTE = 60_000_000L;

    /// One line of the table.
    ///
    /// @param domain in lower case; an address without one stands for itself
    /// @param recipients the sum of `ages`
    /// @param ages recipients per age column, [#COLUMNS] of them
    public record Row(String domain, int recipients, List<Integer> ages) {
        public Row {
            ages = List.copyOf(ages);
        }
    }

    public QueueShape {
        rows = List.copyOf(rows);
    }

    public static QueueShape of(TableRows rows, Instant now) {
        DomainNumbers domains = new DomainNumbers();
        List<int[]> counts = new ArrayList<>();
        int[] total = new int[COLUMNS];
        long until = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        QueueCursor row = rows.cursor();
        for (int i = 0; i < rows.size(); i++) {
            row.moveTo(rows.row(i));
            int column = column(until - row.arrivalMicros());
            int recipients = row.recipients();
            for (int k = 0; k < recipients; k++) {
                int domain = domain(row, k, domains);
                if (domain == counts.size()) {
                    counts.add(new int[COLUMNS]);
                }
                counts.get(domain)[column]++;
                total[column]++;
            }
        }
        List<Row> lines =
                IntStream.range(0, counts.size())
                        .mapToObj(domain -> row(domains.name(domain), counts.get(domain)))
                        .sorted(
                                Comparator.comparingInt(Row::recipients)
                                        .reversed()
                                        .thenComparing(Row::domain))
                        .toList();
        return new QueueShape(row("TOTAL", total), lines);
    }

    /// The heading of an age column: `5` … `1280`, `1280+`.
    public static String heading(int column) {
        return column < MINUTES.size()
                ? String.valueOf(MINUTES.get(column))
                : MINUTES.getLast() + "+";
    }

    private static int column(long micros) {
        for (int i = 0; i < MINUTES.size(); i++) {
            if (micros < MINUTES.get(i) * MINUTE) {
                return i;
            }
        }
        return MINUTES.size();
    }

    private static int domain(QueueCursor row, int recipient, DomainNumbers domains) {
        int from = row.domainStart(recipient);
        int to = row.addressEnd(recipient);
        return domains.of(row.bytes(), from == to ? row.addressStart(recipient) : from, to);
    }

    private static Row row(String domain, int[] ages) {
        List<Integer> list = Arrays.stream(ages).boxed().toList();
        return new Row(domain, list.stream().mapToInt(Integer::intValue).sum(), list);
    }
}
