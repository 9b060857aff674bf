package org.spoolscope.demo.sim;

/// How one delivery attempt ends.
///
/// @param relay as the log names it: `host[address]:port`, `none`, `virtual`
/// @param reason what stands in the log's parentheses and, when deferred, in the listing
/// @param connectMicros setting up the connection
/// @param transmitMicros from MAIL FROM to the last reply
/// @param siteFailed the destination itself did not answer: qmgr's concurrency feedback counts it
record Answer(
        Verdict verdict,
        String dsn,
        String relay,
        String reason,
        long connectMicros,
        long transmitMicros,
        boolean siteFailed) {
    enum Verdict {
        SENT,
        DEFERRED,
        BOUNCED
    }

    long tookMicros() {
        return connectMicros + transmitMicros;
    }
}
