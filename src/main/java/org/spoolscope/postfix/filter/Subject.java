package org.spoolscope.postfix.filter;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueName;

/// A queued message as a filter looks at it. Belongs to one thread.
interface Subject {
    String server();

    QueueName queue();

    long ageMillis();

    /// In bytes; negative where it is not known.
    long size();

    /// 0 where no attempt is known of.
    int tries();

    boolean id(Glob glob);

    boolean sender(TextTest test);

    /// Whether a recipient's address matches.
    boolean anyAddress(Glob glob);

    /// Whether the domain of a recipient matches.
    boolean anyDomain(Glob glob);

    /// Whether a reason on file passes.
    boolean anyReason(TextTest test);

    /// Whether a recipient passes.
    boolean anyRecipient(RecipientTest test);

    /// A test of a text that many messages have in common. What it says of one may be remembered.
    @FunctionalInterface
    interface TextTest {
        boolean passes(String text);
    }

    /// A test of a recipient's domain and the reason why it waits.
    @FunctionalInterface
    interface RecipientTest {
        boolean passes(String domain, @Nullable String reason);
    }
}
