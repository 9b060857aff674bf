package org.spoolscope.postfix.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.postfix.ReasonText;

/// A filter as a tree.
sealed interface Condition {
    boolean holds(Subject subject);

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

    /// Nothing is asked for.
    record Always() implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return true;
        }
    }

    /// All of them.
    record And(List<Condition> terms) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return terms.stream().allMatch(term -> term.holds(subject));
        }
    }

    /// At least one of them.
    record Or(List<Condition> terms) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return terms.stream().anyMatch(term -> term.holds(subject));
        }
    }

    /// Not that one.
    record Not(Condition term) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return !term.holds(subject);
        }
    }

    /// A word somewhere in the message.
    record Anywhere(Glob glob) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            QueuedMessage message = subject.message();
            return glob.matches(message.id().value())
                    || glob.matches(message.sender())
                    || message.recipients().stream()
                            .anyMatch(recipient -> glob.matches(recipient.address()))
                    || subject.anyReason(glob::matches);
        }
    }

    /// What a text key asks about.
    record Text(Key key, Glob glob) implements Condition {
        @Override
        public boolean holds(Subject subject) {
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
    }

    /// How long a message has been queued.
    record Age(Comparison comparison, Duration bound, Duration unit) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            Duration age = Duration.between(subject.message().arrival(), subject.now());
            return comparison.holds(age.toMillis(), bound.toMillis(), unit.toMillis());
        }
    }

    /// How large a message is, in bytes.
    record Size(Comparison comparison, long bound, long unit) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return comparison.holds(subject.message().size(), bound, unit);
        }
    }
}
