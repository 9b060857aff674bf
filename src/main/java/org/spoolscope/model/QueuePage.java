package org.spoolscope.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The messages of a [QueueTable] whose ids' hashes end in the same [#depth] bits, column by
/// column. Ids and addresses lie in one array of bytes, message after message, as UTF-8.
///
/// Changed only by the editor whose token it carries; once that editor has taken another token, by
/// nobody.
final class QueuePage {
    /// A page with more messages is split.
    static final int ROWS = 128;

    private static final int ROOM = 16;
    private static final int QUEUE = 7;
    private static final int EXPIRES = 8;
    private static final long LATEST_SECOND = Long.MAX_VALUE / 1_000_000L - 1;
    private static final QueueName[] QUEUES = QueueName.values();

    /// Recipients of a message that has not exactly one.
    ///
    /// @param ends behind the last byte of each address, counted from where the first one begins
    private record Several(int[] ends, int[] reasons) {
        static final Several EMPTY = new Several(new int[0], new int[0]);
    }

    private final int depth;
    private final Object token;
    private int rows;
    private int[] hashes = {};

    /// Behind the last byte of each message.
    private int[] ends = {};

    private byte[] idLengths = {};
    private byte[] states = {};
    private long[] arrivals = {};
    private long[] sizes = {};
    private int[] senders = {};

    /// Of messages with one recipient.
    private int[] reasons = {};

    /// Of messages with none or several recipients; null as long as the page has no such message.
    private @Nullable Several @Nullable [] several;

    private @Nullable RareColumns rare;
    private byte[] bytes = {};

    /// An empty one.
    QueuePage(int depth, Object token) {
        this.depth = depth;
        this.token = token;
    }

    /// What may be changed with this token: this page, or a copy of it.
    @SuppressWarnings("ReferenceEquality") // a token is nothing but its identity
    QueuePage changeable(Object with) {
        if (token == with) {
            return this;
        }
        QueuePage copy = new QueuePage(depth, with);
        copy.rows = rows;
        copy.take(this, rows + ROOM, end(rows - 1) + ROOM * ROOM);
        return copy;
    }

    /// Gives back what growing took too much of, where it may be changed with this token.
    @SuppressWarnings("ReferenceEquality") // a token is nothing but its identity
    void trim(Object with) {
        int used = end(rows - 1);
        if (token == with && (hashes.length - rows > rows / 8 || bytes.length - used > used / 8)) {
            take(this, rows, used);
        }
    }

    int depth() {
        return depth;
    }

    int rows() {
        return rows;
    }

    int hash(int row) {
        return hashes[row];
    }

    /// The row of an id, or -1.
    int find(int hash, QueueId id) {
        for (int row = 0; row < rows; row++) {
            if (hashes[row] == hash && isId(row, id.value())) {
                return row;
            }
        }
        return -1;
    }

    /// The row of the id that `row` of `other` has, or -1.
    int find(QueuePage other, int row) {
        for (int mine = 0; mine < rows; mine++) {
            if (hashes[mine] == other.hashes[row]
                    && Arrays.equals(
                            bytes,
                            start(mine),
                            idEnd(mine),
                            other.bytes,
                            other.start(row),
                            other.idEnd(row))) {
                return mine;
            }
        }
        return -1;
    }

    private boolean isId(int row, String id) {
        if (idLengths[row] != id.length()) {
            return false;
        }
        int at = start(row);
        for (int i = 0; i < id.length(); i++) {
            if (bytes[at + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int row) {
        return end(row - 1);
    }

    int idEnd(int row) {
        return start(row) + idLengths[row];
    }

    private int end(int row) {
        return row < 0 ? 0 : ends[row];
    }

    QueueName queue(int row) {
        return QUEUES[states[row] & QUEUE];
    }

    boolean forcedExpire(int row) {
        return (states[row] & EXPIRES) != 0;
    }

    long arrival(int row) {
        return arrivals[row];
    }

    long size(int row) {
        return sizes[row];
    }

    /// See [TextCodes].
    int sender(int row) {
        return senders[row];
    }

    int recipients(int row) {
        Several several = several(row);
        return several == null ? 1 : several.ends.length;
    }

    int addressStart(int row, int recipient) {
        Several several = several(row);
        return idEnd(row) + (several == null || recipient == 0 ? 0 : several.ends[recipient - 1]);
    }

    int addressEnd(int row, int recipient) {
        Several several = several(row);
        return several == null ? ends[row] : idEnd(row) + several.ends[recipient];
    }

    /// See [TextCodes]; [TextCodes#NONE] where none is on file.
    int reason(int row, int recipient) {
        Several several = several(row);
        return several == null ? reasons[row] : several.reasons[recipient];
    }

    private @Nullable Several several(int row) {
        return several == null ? null : several[row];
    }

    int unknown(int row) {
        return rare == null ? 0 : rare.unknown(row);
    }

    int tries(int row) {
        return rare == null ? 0 : rare.tries(row);
    }

    @Nullable Instant lastTry(int row) {
        return rare == null ? null : rare.lastTry(row);
    }

    QueuedMessage message(int row, String instance, @Nullable String[][] texts) {
        int count = recipients(row);
        List<Recipient> recipients = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = addressStart(row, i);
            int reason = reason(row, i);
            recipients.add(
                    new Recipient(
                            text(bytes, from, addressEnd(row, i) - from),
                            reason == TextCodes.NONE ? null : TextCodes.text(texts, reason)));
        }
        return new QueuedMessage(
                instance,
                queue(row),
                new QueueId(text(bytes, start(row), idLengths[row])),
                instant(arrivals[row]),
                sizes[row],
                TextCodes.text(texts, senders[row]),
                recipients,
                unknown(row),
                forcedExpire(row),
                rare == null ? null : rare.tries(row, texts));
    }

    /// Adds a message whose id the page does not have.
    void add(int hash, QueuedMessage message, TextCodes texts) {
        grow();
        hashes[rows] = hash;
        ends[rows] = end(rows - 1);
        rows++;
        set(rows - 1, message, texts);
    }

    /// Adds a message of another page.
    void add(QueuePage other, int row) {
        grow();
        int from = other.start(row);
        int length = other.ends[row] - from;
        int at = end(rows - 1);
        ends[rows] = at;
        rows++;
        resize(rows - 1, length);
        System.arraycopy(other.bytes, from, bytes, at, length);
        hashes[rows - 1] = other.hashes[row];
        idLengths[rows - 1] = other.idLengths[row];
        states[rows - 1] = other.states[row];
        arrivals[rows - 1] = other.arrivals[row];
        sizes[rows - 1] = other.sizes[row];
        senders[rows - 1] = other.senders[row];
        reasons[rows - 1] = other.reasons[row];
        several(rows - 1, other.several(row));
        RareColumns its = other.rare;
        if (its != null) {
            rare().copy(its, row, rows - 1);
        } else if (rare != null) {
            rare.clear(rows - 1);
        }
    }

    /// Takes another message of the same id.
    void set(int row, QueuedMessage message, TextCodes texts) {
        byte[] id = message.id().value().getBytes(StandardCharsets.ISO_8859_1);
        List<Recipient> recipients = message.recipients();
        byte[][] addresses = new byte[recipients.size()][];
        int length = id.length;
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = recipients.get(i).address().getBytes(StandardCharsets.UTF_8);
            length += addresses[i].length;
        }
        resize(row, length);
        int at = start(row);
        System.arraycopy(id, 0, bytes, at, id.length);
        at += id.length;
        for (byte[] address : addresses) {
            System.arraycopy(address, 0, bytes, at, address.length);
            at += address.length;
        }
        idLengths[row] = (byte) id.length;
        states[row] = (byte) (message.queue().ordinal() | (message.forcedExpire() ? EXPIRES : 0));
        arrivals[row] = micros(message.arrival());
        sizes[row] = message.size();
        senders[row] = texts.hold(message.sender());
        boolean one = addresses.length == 1;
        reasons[row] = one ? held(recipients.getFirst(), texts) : TextCodes.NONE;
        several(row, one ? null : several(addresses, recipients, texts));
        if (message.recipientsUnknown() != 0 || message.tries() != null) {
            rare().set(row, message, texts);
        } else if (rare != null) {
            rare.clear(row);
        }
    }

    private static Several several(
            byte[][] addresses, List<Recipient> recipients, TextCodes texts) {
        if (addresses.length == 0) {
            return Several.EMPTY;
        }
        int[] ends = new int[addresses.length];
        int[] reasons = new int[addresses.length];
        int end = 0;
        for (int i = 0; i < addresses.length; i++) {
            end += addresses[i].length;
            ends[i] = end;
            reasons[i] = held(recipients.get(i), texts);
        }
        return new Several(ends, reasons);
    }

    private static int held(Recipient recipient, TextCodes texts) {
        String reason = recipient.reason();
        return reason == null ? TextCodes.NONE : texts.hold(reason);
    }

    /// Hands on the numbers of all texts that a message holds.
    void texts(int row, IntConsumer to) {
        to.accept(senders[row]);
        int recipients = recipients(row);
        for (int i = 0; i < recipients; i++) {
            to.accept(reason(row, i));
        }
        to.accept(rare == null ? TextCodes.NONE : rare.relay(row));
    }

    void remove(int row) {
        resize(row, 0);
        int after = rows - row - 1;
        System.arraycopy(hashes, row + 1, hashes, row, after);
        System.arraycopy(ends, row + 1, ends, row, after);
        System.arraycopy(idLengths, row + 1, idLengths, row, after);
        System.arraycopy(states, row + 1, states, row, after);
        System.arraycopy(arrivals, row + 1, arrivals, row, after);
        System.arraycopy(sizes, row + 1, sizes, row, after);
        System.arraycopy(senders, row + 1, senders, row, after);
        System.arraycopy(reasons, row + 1, reasons, row, after);
        if (several != null) {
            System.arraycopy(several, row + 1, several, row, after);
            several[rows - 1] = null;
        }
        if (rare != null) {
            rare.remove(row, after);
        }
        rows--;
    }

    private void several(int row, @Nullable Several its) {
        if (several == null && its != null) {
            several = new @Nullable Several[hashes.length];
        }
        if (several != null) {
            several[row] = its;
        }
    }

    private RareColumns rare() {
        RareColumns columns = rare;
        if (columns == null) {
            columns = new RareColumns(hashes.length);
            rare = columns;
        }
        return columns;
    }

    /// Makes the bytes of a message as many as that; what they hold is to be written.
    private void resize(int row, int length) {
        int used = end(rows - 1);
        int change = length - (ends[row] - start(row));
        if (used + change > bytes.length) {
            bytes = Arrays.copyOf(bytes, (used + change) * 3 / 2);
        }
        System.arraycopy(bytes, ends[row], bytes, ends[row] + change, used - ends[row]);
        for (int i = row; i < rows; i++) {
            ends[i] += change;
        }
    }

    private void grow() {
        if (rows == hashes.length) {
            take(this, rows + Math.max(ROOM, rows / 2), bytes.length);
        }
    }

    /// Takes the columns of a page of as many messages, with room for so many.
    private void take(QueuePage from, int room, int byteRoom) {
        hashes = Arrays.copyOf(from.hashes, room);
        ends = Arrays.copyOf(from.ends, room);
        idLengths = Arrays.copyOf(from.idLengths, room);
        states = Arrays.copyOf(from.states, room);
        arrivals = Arrays.copyOf(from.arrivals, room);
        sizes = Arrays.copyOf(from.sizes, room);
        senders = Arrays.copyOf(from.senders, room);
        reasons = Arrays.copyOf(from.reasons, room);
        several = from.several == null ? null : Arrays.copyOf(from.several, room);
        rare = from.rare == null ? null : from.rare.copy(room);
        bytes = Arrays.copyOf(from.bytes, byteRoom);
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// Of a time so far away that it can't be counted in microseconds, the nearest that can.
    static long micros(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), -LATEST_SECOND, LATEST_SECOND);
        return seconds * 1_000_000L + time.getNano() / 1_000;
    }
}
