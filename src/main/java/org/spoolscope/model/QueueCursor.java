package org.spoolscope.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the rows of [TableRows]' tables where they lie, without making a [QueuedMessage] of each.
/// Cheapest from one row to the next. Belongs to one thread.
public final class QueueCursor {
    private final TableRows rows;
    private int table;
    private int page;
    private QueuePage at;
    private @Nullable String[][] texts = {};

    /// The row of the first message of the page, and behind the last, counted over all tables.
    private int first;

    private int end;
    private int row;

    QueueCursor(TableRows rows) {
        this.rows = rows;
        at = QueueTable.EMPTY.pages()[0];
    }

    /// Goes to a row, counted over all tables.
    public void moveTo(int number) {
        if (number < first || number >= end) {
            leave(number);
        }
        row = number - first;
    }

    private void leave(int number) {
        table = rows.table(number);
        QueueTable its = rows.tables().get(table);
        int base = rows.firstRow(table);
        page = its.page(number - base);
        at = its.pages()[page];
        texts = its.texts();
        first = base + its.starts()[page];
        end = first + at.rows();
    }

    /// Which of the tables it is in.
    public int table() {
        return table;
    }

    public String instance() {
        return rows.tables().get(table).instance();
    }

    /// What the bounds below count in; UTF-8.
    public byte[] bytes() {
        return at.bytes();
    }

    public int idStart() {
        return at.start(row);
    }

    public int idEnd() {
        return at.idEnd(row);
    }

    public QueueName queue() {
        return at.queue(row);
    }

    public Instant arrival() {
        return QueuePage.instant(at.arrival(row));
    }

    /// Microseconds since the epoch.
    public long arrivalMicros() {
        return at.arrival(row);
    }

    /// See [QueuedMessage#size].
    public long size() {
        return at.size(row);
    }

    public String sender() {
        return text(at.sender(row));
    }

    /// A number that all messages of the table have in common that have this sender; a sender and a
    /// reason that read the same have the same, too.
    int senderCode() {
        return at.sender(row);
    }

    /// The same for a reason on file, or -1.
    int reasonCode(int recipient) {
        return at.reason(row, recipient);
    }

    private String text(int code) {
        return TextCodes.text(texts, code);
    }

    /// How many rounds of attempts are known of; 0 where none is.
    public int tries() {
        return at.tries(row);
    }

    /// When the last attempt that is known of ended; null where none is.
    public @Nullable Instant lastTry() {
        return at.lastTry(row);
    }

    /// Whether `postsuper -e` has been used on it.
    public boolean forcedExpire() {
        return at.forcedExpire(row);
    }

    /// How many recipients' addresses are known.
    public int recipients() {
        return at.recipients(row);
    }

    /// Where the address of a recipient begins.
    ///
    /// @param recipient from 0 to below [#recipients]
    public int addressStart(int recipient) {
        return at.addressStart(row, recipient);
    }

    public int addressEnd(int recipient) {
        return at.addressEnd(row, recipient);
    }

    /// Where the domain of the address begins; its end where it has none.
    public int domainStart(int recipient) {
        byte[] bytes = at.bytes();
        int from = addressStart(recipient);
        int to = addressEnd(recipient);
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '@') {
                return i + 1;
            }
        }
        return to;
    }

    public String address(int recipient) {
        return text(addressStart(recipient), addressEnd(recipient));
    }

    /// In lower case; empty where the address has none.
    public String domain(int recipient) {
        return text(domainStart(recipient), addressEnd(recipient)).toLowerCase(Locale.ROOT);
    }

    private String text(int from, int to) {
        return new String(at.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    public @Nullable String reason(int recipient) {
        int code = at.reason(row, recipient);
        return code == TextCodes.NONE ? null : text(code);
    }

    /// The message as an object of its own.
    public QueuedMessage message() {
        return at.message(row, instance(), texts);
    }
}
