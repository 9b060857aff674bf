package org.spoolscope.postfix.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One parsed line: an event, and the bounds of its fields in the bytes it was parsed from.
///
/// Valid until its parser parses the next line, or the bytes change. Belongs to one thread.
public final class LogLine {
    private static final int FIELDS = LogField.values().length;

    /// Start and end of each field in one number.
    private final long[] bounds = new long[FIELDS];

    private long present;
    private byte[] bytes = {};
    private LogEvent event = LogEvent.FOREIGN;
    private long micros;
    private boolean cut;

    /// A line that has not been parsed yet: foreign and empty.
    public LogLine() {}

    public LogEvent event() {
        return event;
    }

    /// Microseconds since the epoch, as the line's header has it; [Long#MIN_VALUE] where it has no
    /// time.
    public long micros() {
        return micros;
    }

    /// The same, or null.
    public @Nullable Instant time() {
        return micros == Long.MIN_VALUE
                ? null
                : Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L),
                        Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    /// Whether the line ends where Postfix or the logger cut it (a closing parenthesis is missing).
    public boolean isCut() {
        return cut;
    }

    public boolean has(LogField field) {
        return (present & 1L << field.ordinal()) != 0;
    }

    /// The bytes that [#start] and [#end] count in.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the field begins. Only for a field that is there.
    public int start(LogField field) {
        return (int) (bounds[field.ordinal()] >>> Integer.SIZE);
    }

    /// Behind the field's last byte. Only for a field that is there.
    public int end(LogField field) {
        return (int) bounds[field.ordinal()];
    }

    /// The field as text, bytes that are no UTF-8 replaced; null where the line has none.
    public @Nullable String text(LogField field) {
        return has(field)
                ? new String(bytes, start(field), end(field) - start(field), StandardCharsets.UTF_8)
                : null;
    }

    /// The field as text, empty where the line has none.
    public String textOrEmpty(LogField field) {
        String text = text(field);
        return text == null ? "" : text;
    }

    /// Whether the field is there and reads so; `text` is ASCII.
    public boolean is(LogField field, String text) {
        if (!has(field) || end(field) - start(field) != text.length()) {
            return false;
        }
        int at = start(field);
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The field as a whole number, or `otherwise` where it is not there, no number, or too large.
    public long number(LogField field, long otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        int from = start(field);
        int to = end(field);
        if (from == to || to - from > 18) {
            return otherwise;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// A delay in microseconds (Postfix logs seconds with up to six decimals), or -1 where it is
    /// not there or no number.
    public long delayMicros(LogField field) {
        if (!has(field)) {
            return -1;
        }
        int to = end(field);
        long value = 0;
        int decimals = -1;
        for (int i = start(field); i < to; i++) {
            int digit = bytes[i] - '0';
            if (bytes[i] == '.' && decimals < 0) {
                decimals = 0;
            } else if (digit < 0 || digit > 9 || value > 1_000_000_000_000_000L) {
                return -1;
            } else if (decimals < 6) {
                value = value * 10 + digit;
                decimals = decimals < 0 ? -1 : decimals + 1;
            }
        }
        for (int i = Math.max(0, decimals); i < 6; i++) {
            value *= 10;
        }
        return start(field) == to ? -1 : value;
    }

    void begin(byte[] in) {
        bytes = in;
        present = 0;
        event = LogEvent.FOREIGN;
        micros = Long.MIN_VALUE;
        cut = false;
    }

    /// Which fields are there, to go back to with [#present(long)].
    long present() {
        return present;
    }

    /// Forgets the fields that were set since.
    void present(long before) {
        present = before;
    }

    void set(LogField field, int start, int end) {
        int at = field.ordinal();
        bounds[at] = (long) start << Integer.SIZE | end;
        present |= 1L << at;
    }

    void event(LogEvent found) {
        event = found;
    }

    void micros(long found) {
        micros = found;
    }

    void cut(boolean found) {
        cut = found;
    }
}
