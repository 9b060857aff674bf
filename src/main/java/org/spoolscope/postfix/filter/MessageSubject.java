package org.spoolscope.postfix.filter;

import java.time.Duration;
import java.time.Instant;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Tries;

/// A message by itself.
record MessageSubject(QueuedMessage message, String server, Instant now) implements Subject {
    @Override
    public QueueName queue() {
        return message.queue();
    }

    @Override
    public long ageMillis() {
        return Duration.between(message.arrival(), now).toMillis();
    }

    @Override
    public long size() {
        return message.size();
    }

    @Override
    public int tries() {
        Tries tries = message.tries();
        return tries == null ? 0 : tries.count();
    }

    @Override
    public boolean id(Glob glob) {
        return glob.matches(message.id().value());
    }

    @Override
    public boolean sender(TextTest test) {
        return test.passes(message.sender());
    }

    @Override
    public boolean anyAddress(Glob glob) {
        return message.recipients().stream()
                .anyMatch(recipient -> glob.matches(recipient.address()));
    }

    @Override
    public boolean anyDomain(Glob glob) {
        return message.recipients().stream()
                .anyMatch(recipient -> glob.matches(recipient.domain()));
    }

    @Override
    public boolean anyReason(TextTest test) {
        for (Recipient recipient : message.recipients()) {
            String reason = recipient.reason();
            if (reason != null && test.passes(reason)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean anyRecipient(RecipientTest test) {
        return message.recipients().stream()
                .anyMatch(recipient -> test.passes(recipient.domain(), recipient.reason()));
    }
}
