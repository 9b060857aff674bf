package org.spoolscope.postfix.figures;

/// A recipient domain, in lower case, and what it belongs to.
final class RecipientDomain {
    final byte[] bytes;
    final long hash;
    final String name;
    Destination destination;
    long last = Long.MIN_VALUE;

    /// Where [MinuteCounts] keeps the domain until it is next emptied.
    int minuteNumber;

    int minuteBatch;

    RecipientDomain(byte[] bytes, long hash, String name, Destination destination) {
        this.bytes = bytes;
        this.hash = hash;
        this.name = name;
        this.destination = destination;
    }
}
