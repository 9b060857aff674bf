package org.spoolscope.ui.queue;

import static java.lang.String.CASE_INSENSITIVE_ORDER;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.ToIntBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.spoolscope.model.DomainNumbers;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.SharedTexts;
import org.spoolscope.model.TableRows;
import org.spoolscope.postfix.schedule.Forecast;
import org.spoolscope.postfix.schedule.Prospect;

/// The order of a column. A total one: equal values are ordered by arrival, id, server and
/// instance, so that rows keep their places from one listing to the next.
final class RowOrder {
    /// An id's characters are one of 63 with its end, so 10 of them fit into a number.
    private static final int ID_CHARACTERS = 10;

    private static final int ID_BITS = 6;
    private static final int ADDRESS_BYTES = 7;

    /// In seconds since the epoch, later than anything that will happen.
    private static final long NEVER = 1L << 40;

    private final QueueRows rows;
    private final Instant now;
    private final RowSort sort;

    private RowOrder(QueueRows rows, Instant now) {
        this.rows = rows;
        this.now = now;
        this.sort = new RowSort(rows.rows());
    }

    /// @param now the moment at which it is told when messages are tried next
    static QueueRows sorted(QueueRows rows, QueueColumn column, boolean descending, Instant now) {
        RowOrder order = new RowOrder(rows, now);
        order.by(column, descending);
        order.sort.by(QueueCursor::arrivalMicros);
        order.byId(false);
        order.byTable(
                Comparator.comparing((Integer table) -> rows.servers().get(table))
                        .thenComparing(order::instance),
                false);
        return rows.with(order.sort.sorted());
    }

    private void by(QueueColumn column, boolean descending) {
        switch (column) {
            case ID -> byId(descending);
            case SERVER ->
                    byTable(
                            Comparator.comparing(
                                    table -> rows.servers().get(table), CASE_INSENSITIVE_ORDER),
                            descending);
            case INSTANCE -> byTable(Comparator.comparing(this::instance), descending);
            case STATE -> byNumber(row -> row.queue().ordinal(), descending);
            case AGE -> byNumber(QueueCursor::arrivalMicros, !descending);
            case SIZE -> byNumber(QueueCursor::size, descending);
            case SENDER -> byText(SharedTexts::sender, descending);
            case RECIPIENT -> byAddress(descending);
            case DOMAIN -> byDomain(descending);
            case REASON -> byText(RowOrder::reason, descending);
            case NEXT -> byNumber(row -> latest(prospect(row).nextAttempt()), descending);
            case BOUNCE -> byNumber(row -> earliest(prospect(row).comesBack()), descending);
        }
    }

    private Prospect prospect(QueueCursor row) {
        return rows.outlook(row.table()).of(row, now);
    }

    /// The moment by which it happens: for what comes soon, with nothing to say when it is due.
    static long latest(Forecast forecast) {
        return second(forecast, Forecast.Between::latest);
    }

    /// The moment before which it does not happen: for what comes late.
    static long earliest(Forecast forecast) {
        return second(forecast, Forecast.Between::earliest);
    }

    private static long second(Forecast forecast, Function<Forecast.Between, Instant> end) {
        return switch (forecast) {
            case Forecast.Now _ -> 0;
            case Forecast.Overdue(Instant since) -> second(since);
            case Forecast.Between between -> second(end.apply(between));
            case Forecast.Never _ -> NEVER;
        };
    }

    private static long second(Instant at) {
        return Math.clamp(at.getEpochSecond(), 0, NEVER - 1);
    }

    private String instance(int table) {
        return rows.rows().tables().get(table).instance();
    }

    private static int reason(SharedTexts texts, QueueCursor row) {
        for (int i = 0; i < row.recipients(); i++) {
            int reason = texts.reason(row, i);
            if (reason >= 0) {
                return reason;
            }
        }
        return texts.of("");
    }

    private boolean byNumber(ToLongFunction<QueueCursor> number, boolean descending) {
        return sort.by(descending ? row -> ~number.applyAsLong(row) : number);
    }

    private void byTable(Comparator<Integer> order, boolean descending) {
        List<QueueTable> tables = rows.rows().tables();
        int[] ranks = ranks(IntStream.range(0, tables.size()).boxed().toList(), order);
        byNumber(row -> ranks[row.table()], descending);
    }

    private void byId(boolean descending) {
        for (int at = 0; !sort.isDone(); at += ID_CHARACTERS) {
            int from = at;
            if (!sort.by(row -> signed(idPart(row, from), descending))) {
                return;
            }
        }
    }

    private void byAddress(boolean descending) {
        for (int at = 0; !sort.isDone(); at += ADDRESS_BYTES) {
            int from = at;
            if (!sort.by(row -> signed(addressPart(row, from), descending))) {
                return;
            }
        }
    }

    /// Nothing stays nothing: it says that no text goes on.
    private static long signed(long part, boolean descending) {
        return descending ? -part : part;
    }

    private static long idPart(QueueCursor row, int from) {
        byte[] bytes = row.bytes();
        int at = row.idStart() + from;
        int to = Math.min(row.idEnd(), at + ID_CHARACTERS);
        long part = 0;
        for (int i = at; i < at + ID_CHARACTERS; i++) {
            part = part << ID_BITS | (i < to ? idCharacter(bytes[i]) : 0);
        }
        return part;
    }

    private static int idCharacter(byte b) {
        if (b <= '9') {
            return b - '0' + 1;
        }
        return b <= 'Z' ? b - 'A' + 11 : b - 'a' + 37;
    }

    /// A part of the address of the first recipient, in lower case.
    private static long addressPart(QueueCursor row, int from) {
        if (row.recipients() == 0) {
            return 0;
        }
        byte[] bytes = row.bytes();
        int at = row.addressStart(0) + from;
        int to = row.addressEnd(0);
        long part = 0;
        for (int i = at; i < at + ADDRESS_BYTES; i++) {
            part = part << Byte.SIZE | (i < to ? lower(bytes[i]) : 0);
        }
        return part;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b & 0xff;
    }

    /// Texts that many rows have in common.
    private void byText(ToIntBiFunction<SharedTexts, QueueCursor> text, boolean descending) {
        SharedTexts numbers = new SharedTexts();
        byRank(
                row -> text.applyAsInt(numbers, row),
                numbers::count,
                numbers::text,
                CASE_INSENSITIVE_ORDER,
                descending);
    }

    private void byDomain(boolean descending) {
        DomainNumbers numbers = new DomainNumbers();
        byRank(
                row ->
                        row.recipients() == 0
                                ? numbers.of(row.bytes(), 0, 0)
                                : numbers.of(row.bytes(), row.domainStart(0), row.addressEnd(0)),
                numbers::count,
                numbers::name,
                Comparator.naturalOrder(),
                descending);
    }

    /// @param number which of the texts a row has; asked of all rows, on this thread, before the
    ///   texts are
    private void byRank(
            ToLongFunction<QueueCursor> number,
            IntSupplier count,
            IntFunction<String> text,
            Comparator<String> order,
            boolean descending) {
        TableRows all = rows.rows();
        long[] keys = new long[all.size()];
        QueueCursor row = all.cursor();
        for (int i = 0; i < keys.length; i++) {
            row.moveTo(all.row(i));
            keys[i] = number.applyAsLong(row);
        }
        int[] ranks = ranks(IntStream.range(0, count.getAsInt()).mapToObj(text).toList(), order);
        for (int i = 0; i < keys.length; i++) {
            int rank = ranks[(int) keys[i]];
            keys[i] = descending ? -rank : rank;
        }
        sort.by(keys);
    }

    /// For each one how many others are before it; equal ones have the same rank.
    private static <T> int[] ranks(List<T> all, Comparator<T> order) {
        List<Integer> sorted =
                IntStream.range(0, all.size())
                        .boxed()
                        .sorted((one, other) -> order.compare(all.get(one), all.get(other)))
                        .toList();
        int[] ranks = new int[all.size()];
        int rank = 0;
        for (int i = 0; i < ranks.length; i++) {
            boolean same =
                    i > 0 && order.compare(all.get(sorted.get(i - 1)), all.get(sorted.get(i))) == 0;
            rank = same ? rank : i;
            ranks[sorted.get(i)] = rank;
        }
        return ranks;
    }
}
