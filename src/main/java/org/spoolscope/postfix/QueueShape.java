package org.spoolscope.postfix;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// How many recipients of which domain have waited how long: the table of Postfix's own qshape(1).
///
/// @param total the sum of all rows, under the name `TOTAL`
/// @param rows the domain with most recipients first
public record QueueShape(Row total, List<Row> rows) {
    /// Upper bounds of the age columns in minutes, exclusive; the last column has none.
    public static final List<Integer> MINUTES = List.of(5, 10, 20, 40, 80, 160, 320, 640, 1280);

    /// How many age columns there are.
    public static final int COLUMNS = MINUTES.size() + 1;

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

    public static QueueShape of(Collection<QueuedMessage> messages, Instant now) {
        Map<String, int[]> counts = new HashMap<>();
        int[] total = new int[COLUMNS];
        for (QueuedMessage message : messages) {
            int column = column(Duration.between(message.arrival(), now));
            for (Recipient recipient : message.recipients()) {
                counts.computeIfAbsent(domain(recipient), _ -> new int[COLUMNS])[column]++;
                total[column]++;
            }
        }
        List<Row> rows =
                counts.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .sorted(
                                Comparator.comparingInt(Row::recipients)
                                        .reversed()
                                        .thenComparing(Row::domain))
                        .toList();
        return new QueueShape(row("TOTAL", total), rows);
    }

    /// The heading of an age column: `5` … `1280`, `1280+`.
    public static String heading(int column) {
        return column < MINUTES.size()
                ? String.valueOf(MINUTES.get(column))
                : MINUTES.getLast() + "+";
    }

    private static int column(Duration age) {
        for (int i = 0; i < MINUTES.size(); i++) {
            if (age.compareTo(Duration.ofMinutes(MINUTES.get(i))) < 0) {
                return i;
            }
        }
        return MINUTES.size();
    }

    private static String domain(Recipient recipient) {
        String domain = recipient.domain();
        return domain.isEmpty() ? recipient.address().toLowerCase(Locale.ROOT) : domain;
    }

    private static Row row(String domain, int[] ages) {
        List<Integer> list = Arrays.stream(ages).boxed().toList();
        return new Row(domain, list.stream().mapToInt(Integer::intValue).sum(), list);
    }
}
