package org.spoolscope.postfix.filter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.SharedTexts;
import org.spoolscope.model.TableRows;

/// The row that a cursor is at. Ids and addresses are matched as bytes where they lie; what a test
/// says of a sender or a reason is remembered, since the rows of a table share them.
final class RowSubject implements Subject {
    private final List<String> servers;
    private final long now;
    private final SharedTexts texts = new SharedTexts();
    private final List<Verdicts> verdicts = new ArrayList<>();
    private QueueCursor row = TableRows.NONE.cursor();

    /// @param servers the name of each table's server
    RowSubject(List<String> servers, Instant now) {
        this.servers = servers;
        this.now = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }

    RowSubject at(QueueCursor other) {
        row = other;
        return this;
    }

    @Override
    public String server() {
        return servers.get(row.table());
    }

    @Override
    public QueueName queue() {
        return row.queue();
    }

    @Override
    public long ageMillis() {
        return Math.floorDiv(now - row.arrivalMicros(), 1_000L);
    }

    @Override
    public long size() {
        return row.size();
    }

    @Override
    public int tries() {
        return row.tries();
    }

    @Override
    public boolean id(Glob glob) {
        return glob.matches(row.bytes(), row.idStart(), row.idEnd());
    }

    @Override
    public boolean sender(TextTest test) {
        return passes(test, texts.sender(row));
    }

    @Override
    public boolean anyAddress(Glob glob) {
        int count = row.recipients();
        for (int i = 0; i < count; i++) {
            if (glob.matches(row.bytes(), row.addressStart(i), row.addressEnd(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean anyDomain(Glob glob) {
        int count = row.recipients();
        for (int i = 0; i < count; i++) {
            if (glob.matches(row.bytes(), row.domainStart(i), row.addressEnd(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean anyReason(TextTest test) {
        int count = row.recipients();
        for (int i = 0; i < count; i++) {
            int reason = texts.reason(row, i);
            if (reason >= 0 && passes(test, reason)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean anyRecipient(RecipientTest test) {
        int count = row.recipients();
        for (int i = 0; i < count; i++) {
            if (test.passes(row.domain(i), row.reason(i))) {
                return true;
            }
        }
        return false;
    }

    /// A filter has few tests.
    private boolean passes(TextTest test, int text) {
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).isOf(test)) {
                return verdicts.get(i).passes(text);
            }
        }
        Verdicts fresh = new Verdicts(test, texts);
        verdicts.add(fresh);
        return fresh.passes(text);
    }
}
