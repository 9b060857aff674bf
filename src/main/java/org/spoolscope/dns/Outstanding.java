package org.spoolscope.dns;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The questions that were sent through one socket, by their ids. Threading: see [Exchange].
final class Outstanding {
    private final SecureRandom random;
    private final Map<Integer, Exchange> byId = new HashMap<>();

    /// @param random nobody shall guess an id (RFC 5452)
    Outstanding(SecureRandom random) {
        this.random = random;
    }

    /// Gives it an id that none of the others has.
    ///
    /// @return its message, with that id
    byte[] add(Exchange exchange) {
        int id = random.nextInt(Wire.IDS);
        while (byId.putIfAbsent(id, exchange) != null) {
            id = random.nextInt(Wire.IDS);
        }
        exchange.isWaitedForIn(this, id);
        return Wire.withId(exchange.message, id);
    }

    /// The question that this message, perhaps, answers.
    @Nullable Exchange of(byte[] message) {
        return byId.get(Wire.id(message));
    }

    void remove(int id) {
        byId.remove(id);
    }

    List<Exchange> all() {
        return List.copyOf(byId.values());
    }

    int size() {
        return byId.size();
    }
}
