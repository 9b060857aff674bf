package org.spoolscope.model.action;

import java.util.Optional;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;

/// Why an action does not apply to a message.
public enum LeftOut {
    /// Held, and to be held; or to be tried again, which held mail never is.
    ON_HOLD,
    /// Not held, and to be released.
    NOT_ON_HOLD,
    /// In the maildrop queue, which postsuper does not touch, or in the corrupt one.
    OUT_OF_REACH,
    /// In the active or incoming queue, and to be tried again or requeued: it is being tried, and a
    /// second copy of it could go out.
    IN_DELIVERY,
    /// Expired by force before.
    EXPIRED;

    /// Why the verb is not for that message, if it is not.
    public static Optional<LeftOut> of(Verb verb, QueuedMessage message) {
        return of(verb, message.queue(), message.forcedExpire());
    }

    /// Why the verb is not for a message in that queue, if it is not.
    ///
    /// @param forcedExpire whether it was expired by force
    public static Optional<LeftOut> of(Verb verb, QueueName queue, boolean forcedExpire) {
        if (queue == QueueName.MAILDROP || queue == QueueName.CORRUPT) {
            return Optional.of(OUT_OF_REACH);
        }
        boolean held = queue == QueueName.HOLD;
        boolean inDelivery = queue == QueueName.ACTIVE || queue == QueueName.INCOMING;
        LeftOut why =
                switch (verb) {
                    case HOLD -> held ? ON_HOLD : null;
                    case RELEASE -> held ? null : NOT_ON_HOLD;
                    case REQUEUE -> inDelivery ? IN_DELIVERY : null;
                    case RETRY -> held ? ON_HOLD : inDelivery ? IN_DELIVERY : null;
                    case EXPIRE -> forcedExpire ? EXPIRED : null;
                    case DELETE, FLUSH -> null;
                };
        return Optional.ofNullable(why);
    }
}
