package org.spoolscope.postfix.figures;

import java.util.Arrays;

/// A recipient domain, in lower case, and what it belongs to.
final class RecipientDomain {
    final byte[] bytes;
    final long hash;
    final String name;
    Destination destination;
    long last = Long.MIN_VALUE;

    /// The host that took its mail last.
    byte[] relay = {};

    /// Where [MinuteCounts] keeps the domain until it is next emptied.
    int minuteNumber;

    int minuteBatch;

    RecipientDomain(byte[] bytes, long hash, String name, Destination destination) {
        this.bytes = bytes;
        this.hash = hash;
        this.name = name;
        this.destination = destination;
    }

    boolean isRelay(byte[] host, int from, int to) {
        return Arrays.equals(relay, 0, relay.length, host, from, to);
    }
}
