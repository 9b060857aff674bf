package org.spoolscope.postfix.journey;

import java.util.ArrayList;
import java.util.List;

/// The whole way of one message: the message as it first came, and as branches what came of it.
public record Journey(JourneyMessage start) {
    /// All messages of it, each after the one that it came of.
    public List<JourneyMessage> messages() {
        List<JourneyMessage> all = new ArrayList<>();
        collect(start, all);
        return all;
    }

    private static void collect(JourneyMessage message, List<JourneyMessage> all) {
        all.add(message);
        for (JourneyMessage.Branch branch : message.next()) {
            collect(branch.message(), all);
        }
    }
}
