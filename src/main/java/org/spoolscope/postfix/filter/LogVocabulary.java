package org.spoolscope.postfix.filter;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.ReasonText;
import org.spoolscope.postfix.cause.CauseRules.Verdict;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// The keys that ask about a line of the log. Nothing is copied out of a line that can be compared
/// where it lies.
final class LogVocabulary implements Vocabulary<LogVocabulary.Subject> {
    private static final Verdict EXPIRED = new Verdict(CauseClass.EXPIRED, "");

    private final Judgement judgement;

    LogVocabulary(Judgement judgement) {
        this.judgement = judgement;
    }

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
            int start = behind(line, field, separator);
            return start > line.start(field) && glob.matches(line.bytes(), start, line.end(field));
        }
    }

    /// Where what follows the last `separator` of a field begins; the field's start without one.
    private static int behind(LogLine line, LogField field, char separator) {
        int start = line.end(field);
        while (start > line.start(field) && line.bytes()[start - 1] != separator) {
            start--;
        }
        return start;
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
        switch (key) {
            case EVENT -> {
                return event(value);
            }
            case CAUSE -> {
                CauseTerm meant = new CauseTerm(value);
                return subject -> meant.holds(cause(subject.line()));
            }
            case PROVIDER -> {
                Glob glob = Globs.provider(value, judgement);
                return subject -> {
                    String provider = provider(subject.line());
                    return provider != null && glob.matches(provider);
                };
            }
            default -> {}
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
            case EVENT, DELAY, CAUSE, PROVIDER -> throw new IllegalArgumentException(key.name());
        };
    }

    /// What a line says why mail was put off or given back; null where it says no such thing.
    private @Nullable Verdict cause(LogLine line) {
        return switch (line.event()) {
            case EXPIRED -> EXPIRED;
            case DELIVERY ->
                    line.is(LogField.STATUS, "deferred")
                                    || line.is(LogField.STATUS, "bounced")
                                    || line.is(LogField.STATUS, "SOFTBOUNCE")
                            ? judgement.causes().verdict(line.textOrEmpty(LogField.REASON))
                            : null;
            default -> null;
        };
    }

    /// Who runs the host that was spoken to or tried, or else the recipient's domain.
    private @Nullable String provider(LogLine line) {
        if (line.event() != LogEvent.DELIVERY) {
            return null;
        }
        String name = null;
        if (line.has(LogField.RELAY_IP)) {
            name =
                    judgement
                            .providers()
                            .ofRelay(
                                    line.bytes(),
                                    line.start(LogField.RELAY_HOST),
                                    line.end(LogField.RELAY_HOST));
        }
        if (name == null && line.has(LogField.TO)) {
            int from = behind(line, LogField.TO, '@');
            name = judgement.providers().ofDomain(line.bytes(), from, line.end(LogField.TO));
        }
        if (name == null && !line.has(LogField.RELAY_IP) && line.has(LogField.REASON)) {
            name = judgement.provider("", ReasonText.of(line.textOrEmpty(LogField.REASON)).relay());
        }
        return name;
    }

    private static String events() {
        return Arrays.stream(LogEvent.values())
                .map(LogEvent::label)
                .collect(Collectors.joining(", "));
    }
}
