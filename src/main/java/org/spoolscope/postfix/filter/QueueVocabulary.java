package org.spoolscope.postfix.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.ReasonText;

/// The keys that ask about a queued message.
final class QueueVocabulary implements Vocabulary<QueueVocabulary.Subject> {
    private final Judgement judgement;

    QueueVocabulary(Judgement judgement) {
        this.judgement = judgement;
    }

    /// What is looked at.
    record Subject(QueuedMessage message, String server, Instant now) {
        boolean anyReason(Predicate<String> test) {
            return message.recipients().stream()
                    .anyMatch(recipient -> {
                        String reason = recipient.reason();
                        return reason != null && test.test(reason);
                    });
        }
    }

    @Override
    public Condition<Subject> anywhere(Glob glob) {
        return subject -> {
            QueuedMessage message = subject.message();
            return glob.matches(message.id().value())
                    || glob.matches(message.sender())
                    || message.recipients().stream()
                            .anyMatch(recipient -> glob.matches(recipient.address()))
                    || subject.anyReason(glob::matches);
        };
    }

    @Override
    public Condition<Subject> keyed(Token name, Token value) throws FilterSyntaxException {
        Key key = Key.of(name.text()).orElseThrow(() -> Globs.keyUnknown(name, Key.completions()));
        return switch (key.kind()) {
            case FROM_LOG ->
                    throw new FilterSyntaxException(name.column(), "key-from-log", key.word());
            case MEASURE -> measure(key, name, value);
            case WHOLE, PART, TEXT -> {
                if (!name.isEquals()) {
                    throw new FilterSyntaxException(
                            name.column() + name.text().length(), "not-compared", key.word());
                }
                yield switch (key) {
                    case CAUSE -> cause(new CauseTerm(value));
                    case PROVIDER -> provider(Globs.provider(value, judgement));
                    default -> text(key, value);
                };
            }
        };
    }

    private static Condition<Subject> measure(Key key, Token name, Token value)
            throws FilterSyntaxException {
        if (key == Key.SIZE) {
            Measure size = Measure.bytes(key.word(), name.sign(), value);
            return subject -> size.holds(subject.message().size());
        }
        Measure age = Measure.time(key.word(), name.sign(), value);
        return subject ->
                age.holds(Duration.between(subject.message().arrival(), subject.now()).toMillis());
    }

    private Condition<Subject> cause(CauseTerm meant) {
        return subject ->
                subject.anyReason(reason -> meant.holds(judgement.causes().verdict(reason)));
    }

    private Condition<Subject> provider(Glob glob) {
        return subject ->
                subject.message().recipients().stream()
                        .anyMatch(recipient -> {
                            String reason = recipient.reason();
                            String name = judgement.provider(recipient.domain(), "");
                            if (name == null && reason != null) {
                                name = judgement.provider("", ReasonText.of(reason).relay());
                            }
                            return name != null && glob.matches(name);
                        });
    }

    private static Condition<Subject> text(Key key, Token value) throws FilterSyntaxException {
        String pattern = value.text();
        if (key == Key.QUEUE
                && !Globs.hasWildcards(pattern)
                && QueueName.parse(pattern.toLowerCase(Locale.ROOT)).isEmpty()) {
            throw new FilterSyntaxException(value.column(), "queue-unknown", pattern, queues());
        }
        Glob glob =
                key == Key.FROM && Globs.isNullSender(pattern)
                        ? new Glob("", true)
                        : Globs.of(key.kind(), pattern);
        return subject -> holds(key, glob, subject);
    }

    private static boolean holds(Key key, Glob glob, Subject subject) {
        QueuedMessage message = subject.message();
        return switch (key) {
            case ID -> glob.matches(message.id().value());
            case QUEUE -> glob.matches(message.queue().label());
            case FROM -> glob.matches(message.sender());
            case TO ->
                    message.recipients().stream()
                            .anyMatch(recipient -> glob.matches(recipient.address()));
            case DOMAIN ->
                    message.recipients().stream()
                            .anyMatch(recipient -> glob.matches(recipient.domain()));
            case REASON -> subject.anyReason(glob::matches);
            case DSN -> subject.anyReason(text -> glob.matches(ReasonText.of(text).dsn()));
            case RELAY -> subject.anyReason(text -> glob.matches(ReasonText.of(text).relay()));
            case SERVER -> glob.matches(subject.server());
            case AGE, SIZE, PROVIDER, CAUSE, TRIES -> false;
        };
    }

    private static String queues() {
        return Arrays.stream(QueueName.values())
                .filter(queue -> queue != QueueName.CORRUPT)
                .map(QueueName::label)
                .collect(Collectors.joining(", "));
    }
}
