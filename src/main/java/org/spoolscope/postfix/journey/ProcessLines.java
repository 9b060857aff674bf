package org.spoolscope.postfix.journey;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// The lines of smtpd's and smtp's processes that name no message: who connected, which TLS was
/// agreed on. They belong to the message that the same process speaks of next. Bounded: a process
/// has one place, which another one may take.
final class ProcessLines {
    private static final int PLACES = 4096;
    private static final int LINES = 6;

    private final @Nullable Session[] places = new @Nullable Session[PLACES];

    /// One process, and its lines since it connected or last delivered.
    private static final class Session {
        final long key;
        final List<Step> steps = new ArrayList<>(2);
        String message = "";

        Session(long key) {
            this.key = key;
        }
    }

    /// Keeps a line without an id; tells which message it still belongs to, if any: that of the
    /// session that ends.
    @Nullable String note(LogLine line, long number) {
        boolean ends = line.event() == LogEvent.DISCONNECT || line.event() == LogEvent.LOST;
        if (!ends && line.event() != LogEvent.CONNECT && line.event() != LogEvent.TLS) {
            return null;
        }
        long key = key(line);
        Session session = places[place(key)];
        if (ends) {
            if (session == null || session.key != key) {
                return null;
            }
            places[place(key)] = null;
            return session.message.isEmpty() ? null : session.message;
        }
        if (session == null || session.key != key || line.event() == LogEvent.CONNECT) {
            session = new Session(key);
            places[place(key)] = session;
        }
        if (session.steps.size() < LINES) {
            session.steps.add(LineReading.step(line, number));
        }
        return null;
    }

    /// The lines before this one, which names a message that is looked for.
    List<Step> take(LogLine line) {
        long key = key(line);
        Session session = places[place(key)];
        if (session == null || session.key != key) {
            if (line.event() != LogEvent.CLIENT) {
                return List.of();
            }
            session = new Session(key);
            places[place(key)] = session;
        }
        session.message = line.event() == LogEvent.CLIENT ? line.textOrEmpty(LogField.ID) : "";
        List<Step> steps = List.copyOf(session.steps);
        if (line.event() == LogEvent.DELIVERY) {
            session.steps.clear();
        }
        return steps;
    }

    /// The process speaks of a message that nobody looks for.
    void pass(LogLine line) {
        long key = key(line);
        Session session = places[place(key)];
        if (session != null && session.key == key) {
            session.message = "";
            if (line.event() == LogEvent.DELIVERY) {
                session.steps.clear();
            }
        }
    }

    private static long key(LogLine line) {
        byte[] bytes = line.bytes();
        long hash = line.number(LogField.PID, 0);
        if (line.has(LogField.PROGRAM)) {
            for (int i = line.start(LogField.PROGRAM); i < line.end(LogField.PROGRAM); i++) {
                hash = hash * 31 + bytes[i];
            }
        }
        return hash;
    }

    private static int place(long key) {
        return (int) (key ^ key >>> 12) & PLACES - 1;
    }
}
