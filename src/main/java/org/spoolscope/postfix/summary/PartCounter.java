package org.spoolscope.postfix.summary;

import java.util.Arrays;
import org.spoolscope.postfix.log.Hash;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// Counts in the lines of a part of a log what needs no other lines, and notes what does. Belongs
/// to one thread at a time.
public final class PartCounter {
    final TopCounts topDomains = new TopCounts();
    final TopCounts topDeferrals = new TopCounts();
    final TopCounts topBounces = new TopCounts();
    final TopCounts topRejects = new TopCounts();

    long lines;
    long foreign;
    long other;
    long received;
    long delivered;
    long forwarded;
    long deferrals;
    long bounced;
    long rejected;
    long rejectWarnings;
    long held;
    long discarded;

    private final AddressHash address = new AddressHash();
    private byte[] hostBytes = {};
    private long host;

    /// A counter that has counted nothing.
    public PartCounter() {}

    /// Counts a line.
    ///
    /// @param notes takes what other lines are needed for; the line's bytes must stay as they are
    ///   until it has been followed
    public void add(LogLine line, PartNotes notes) {
        lines++;
        LogEvent event = line.event();
        if (event == LogEvent.FOREIGN) {
            foreign++;
            return;
        }
        notes.time(line.micros());
        switch (event) {
            case CLIENT, PICKUP -> received(line, notes);
            case QUEUED -> queued(line, notes);
            case DELIVERY -> delivery(line, notes);
            case REMOVED -> note(PartNotes.Kind.REMOVED, line, notes);
            case REJECT -> {
                rejected++;
                reason(topRejects, line, LogField.CODE, LogField.TEXT);
            }
            case WARN -> rejectWarnings += isRejectWarning(line) ? 1 : 0;
            case HOLD -> held++;
            case DISCARD -> discarded++;
            case OTHER -> other++;
            default -> {}
        }
    }

    /// A client of a filter before the queue brings nothing into the queue: the line has no id.
    private void received(LogLine line, PartNotes notes) {
        if (line.has(LogField.ID)) {
            received++;
            note(PartNotes.Kind.RECEIVED, line, notes);
        }
    }

    private void queued(LogLine line, PartNotes notes) {
        notes.add(
                PartNotes.Kind.QUEUED,
                id(line),
                line.number(LogField.SIZE, 0),
                address.read(line, LogField.FROM),
                line.start(LogField.FROM),
                line.end(LogField.FROM));
    }

    private void delivery(LogLine line, PartNotes notes) {
        if (line.is(LogField.STATUS, "sent")) {
            if (line.has(LogField.NEW_ID)) {
                forwarded++;
            } else {
                sent(line, notes);
            }
        } else if (line.is(LogField.STATUS, "deferred")) {
            deferrals++;
            note(PartNotes.Kind.DEFERRED, line, notes);
            remote(topDeferrals, line);
        } else if (line.is(LogField.STATUS, "bounced")) {
            bounced++;
            remote(topBounces, line);
        }
    }

    private void sent(LogLine line, PartNotes notes) {
        delivered++;
        if (!line.has(LogField.ID)) {
            return;
        }
        notes.add(
                PartNotes.Kind.SENT,
                id(line),
                0,
                address.read(line, LogField.TO),
                line.start(LogField.TO),
                line.end(LogField.TO));
        int domain = address.domain();
        topDomains.add(
                Hash.of(address.bytes(), domain, address.length(), 0),
                address.bytes(),
                domain,
                address.length());
    }

    private static void remote(TopCounts counts, LogLine line) {
        LogField text = line.has(LogField.REMOTE_TEXT) ? LogField.REMOTE_TEXT : LogField.REASON;
        reason(counts, line, LogField.REMOTE_CODE, text);
    }

    /// @param code where the reason begins, if it is there
    private static void reason(TopCounts counts, LogLine line, LogField code, LogField text) {
        if (line.has(text)) {
            int from = line.start(line.has(code) ? code : text);
            int to = line.end(text);
            counts.add(ReasonHash.of(line.bytes(), from, to), line.bytes(), from, to);
        }
    }

    /// smtpd's `reject_warning`, and cleanup's `warning`; `warn`, `info` and the like are no
    /// rejects that were spared.
    private static boolean isRejectWarning(LogLine line) {
        return line.is(LogField.ACTION, "reject_warning") || line.is(LogField.ACTION, "warning");
    }

    private void note(PartNotes.Kind kind, LogLine line, PartNotes notes) {
        if (line.has(LogField.ID)) {
            notes.add(kind, id(line));
        }
    }

    /// Ids are told apart by host. Not by instance: an instance's programs may log under any name,
    /// and queues on one file system never have one id twice at a time.
    private long id(LogLine line) {
        int from = line.start(LogField.HOST);
        int to = line.end(LogField.HOST);
        if (!isHost(line.bytes(), from, to)) {
            hostBytes = Arrays.copyOfRange(line.bytes(), from, to);
            host = Hash.of(hostBytes, 0, hostBytes.length, 0);
        }
        return Hash.of(line.bytes(), line.start(LogField.ID), line.end(LogField.ID), host);
    }

    private boolean isHost(byte[] in, int from, int to) {
        int length = to - from;
        boolean same = length == hostBytes.length;
        for (int i = 0; same && i < length; i++) {
            same = hostBytes[i] == in[from + i];
        }
        return same;
    }
}
