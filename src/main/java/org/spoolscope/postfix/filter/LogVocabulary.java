package org.spoolscope.postfix.filter;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// The keys that ask about a line of the log. Nothing is copied out of a line that can be compared
/// where it lies.
final class LogVocabulary implements Vocabulary<LogVocabulary.Subject> {
    /// What is looked at.
    record Subject(LogLine line, String server) {
        boolean has(LogField field, Glob glob) {
            return line.has(field)
                    && glob.matches(line.bytes(), line.start(field), line.end(field));
        }

        boolean any(Glob glob, LogField... fields) {
            for (LogField field : fields) {
                if (has(field, glob)) {
                    return true;
                }
            }
            return false;
        }

        /// With what stands behind the last `separator` of a field.
        boolean hasBehind(LogField field, char separator, Glob glob) {
            if (!line.has(field)) {
                return false;
            }
            int start = line.end(field);
            while (start > line.start(field) && line.bytes()[start - 1] != separator) {
                start--;
            }
            return start > line.start(field) && glob.matches(line.bytes(), start, line.end(field));
        }
    }

    @Override
    public Condition<Subject> anywhere(Glob glob) {
        return subject -> subject.any(glob, LogField.MESSAGE, LogField.PROGRAM, LogField.HOST);
    }

    @Override
    public Condition<Subject> keyed(Token name, Token value) throws FilterSyntaxException {
        LogKey key =
                LogKey.of(name.text())
                        .orElseThrow(() -> Globs.keyUnknown(name, LogKey.completions()));
        if (key == LogKey.DELAY) {
            Measure delay = Measure.time(key.word(), name.sign(), value);
            return subject -> {
                long micros = subject.line().delayMicros(LogField.DELAY);
                return micros >= 0 && delay.holds(micros / 1000);
            };
        }
        if (!name.isEquals()) {
            throw new FilterSyntaxException(
                    name.column() + name.text().length(), "not-compared-log", key.word());
        }
        if (key == LogKey.EVENT) {
            return event(value);
        }
        Glob glob =
                key == LogKey.FROM && Globs.isNullSender(value.text())
                        ? new Glob("", true)
                        : Globs.of(key.kind(), value.text());
        return text(key, glob);
    }

    private static Condition<Subject> event(Token value) throws FilterSyntaxException {
        Glob glob = new Glob(value.text(), true);
        boolean[] meant = new boolean[LogEvent.values().length];
        boolean none = true;
        for (LogEvent event : LogEvent.values()) {
            meant[event.ordinal()] = glob.matches(event.label());
            none &= !meant[event.ordinal()];
        }
        if (none) {
            throw new FilterSyntaxException(
                    value.column(), "event-unknown", value.text(), events());
        }
        return subject -> meant[subject.line().event().ordinal()];
    }

    private static Condition<Subject> text(LogKey key, Glob glob) {
        return switch (key) {
            case STATUS -> subject -> subject.has(LogField.STATUS, glob);
            case ID -> subject -> subject.any(glob, LogField.ID, LogField.NEW_ID, LogField.ORIG_ID);
            case FROM -> subject -> subject.has(LogField.FROM, glob);
            case TO -> subject -> subject.any(glob, LogField.TO, LogField.ORIG_TO);
            case DOMAIN -> subject -> subject.hasBehind(LogField.TO, '@', glob);
            case RELAY -> subject -> subject.any(glob, LogField.RELAY_HOST, LogField.RELAY_IP);
            case CLIENT -> subject -> subject.any(glob, LogField.CLIENT_NAME, LogField.CLIENT_IP);
            case PROGRAM ->
                    subject ->
                            subject.has(LogField.PROGRAM, glob)
                                    || subject.hasBehind(LogField.PROGRAM, '/', glob);
            case DSN -> subject -> subject.has(LogField.DSN, glob);
            case REASON -> subject -> subject.has(LogField.REASON, glob);
            case MESSAGE_ID -> subject -> subject.has(LogField.MESSAGE_ID, glob);
            case TEXT -> subject -> subject.has(LogField.MESSAGE, glob);
            case SERVER -> subject -> glob.matches(subject.server());
            case EVENT, DELAY -> throw new IllegalArgumentException(key.name());
        };
    }

    private static String events() {
        return Arrays.stream(LogEvent.values())
                .map(LogEvent::label)
                .collect(Collectors.joining(", "));
    }
}
