package org.spoolscope.postfix.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spoolscope.model.QueueName;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.ReasonText;
import org.spoolscope.postfix.filter.Subject.RecipientTest;
import org.spoolscope.postfix.filter.Subject.TextTest;

/// The keys that ask about a queued message.
final class QueueVocabulary implements Vocabulary<Subject> {
    private final Judgement judgement;

    QueueVocabulary(Judgement judgement) {
        this.judgement = judgement;
    }

    @Override
    public Condition<Subject> anywhere(Glob glob) {
        TextTest test = glob::matches;
        return subject ->
                subject.sender(test)
                        || subject.anyReason(test)
                        || subject.id(glob)
                        || subject.anyAddress(glob);
    }

    @Override
    public Condition<Subject> keyed(Token name, Token value) throws FilterSyntaxException {
        Key key = Key.of(name.text()).orElseThrow(() -> Globs.keyUnknown(name, Key.completions()));
        return switch (key.kind()) {
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
        switch (key) {
            case SIZE -> {
                Measure size = Measure.bytes(key.word(), name.sign(), value);
                return subject -> subject.size() >= 0 && size.holds(subject.size());
            }
            case TRIES -> {
                Measure tries = Measure.count(key.word(), name.sign(), value);
                return subject -> tries.holds(subject.tries());
            }
            default -> {
                Measure age = Measure.time(key.word(), name.sign(), value);
                return subject -> age.holds(subject.ageMillis());
            }
        }
    }

    private Condition<Subject> cause(CauseTerm meant) {
        TextTest test = reason -> meant.holds(judgement.causes().verdict(reason));
        return subject -> subject.anyReason(test);
    }

    private Condition<Subject> provider(Glob glob) {
        RecipientTest test =
                (domain, reason) -> {
                    String name = judgement.provider(domain, "");
                    if (name == null && reason != null) {
                        name = judgement.provider("", ReasonText.of(reason).relay());
                    }
                    return name != null && glob.matches(name);
                };
        return subject -> subject.anyRecipient(test);
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
        TextTest test =
                switch (key) {
                    case DSN -> reason -> glob.matches(ReasonText.of(reason).dsn());
                    case RELAY -> reason -> glob.matches(ReasonText.of(reason).relay());
                    default -> glob::matches;
                };
        return switch (key) {
            case ID -> subject -> subject.id(glob);
            case QUEUE -> subject -> glob.matches(subject.queue().label());
            case FROM -> subject -> subject.sender(test);
            case TO -> subject -> subject.anyAddress(glob);
            case DOMAIN -> subject -> subject.anyDomain(glob);
            case REASON, DSN, RELAY -> subject -> subject.anyReason(test);
            case SERVER -> subject -> glob.matches(subject.server());
            case AGE, SIZE, PROVIDER, CAUSE, TRIES ->
                    throw new IllegalArgumentException(key.name());
        };
    }

    private static String queues() {
        return Arrays.stream(QueueName.values())
                .filter(queue -> queue != QueueName.CORRUPT)
                .map(QueueName::label)
                .collect(Collectors.joining(", "));
    }
}
