package org.spoolscope.postfix.figures;

/// What is counted.
enum Count {
    ARRIVED,
    SENT,
    DEFERRED,
    BOUNCED,
    REJECTED;

    static final int KINDS = values().length;
}
