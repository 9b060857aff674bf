package org.spoolscope.postfix.figures;

import org.spoolscope.postfix.log.Hash;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// A message as a number: a hash of its queue id and its instance, since ids are unique within one
/// instance only. The instance is the program's name up to the first slash (`postfix-out/qmgr`).
final class MessageKey {
    private MessageKey() {}

    /// Of a line that has an id.
    static long of(LogLine line) {
        byte[] bytes = line.bytes();
        long instance = 0;
        if (line.has(LogField.PROGRAM)) {
            int from = line.start(LogField.PROGRAM);
            int to = from;
            int end = line.end(LogField.PROGRAM);
            while (to < end && bytes[to] != '/') {
                to++;
            }
            instance = Hash.of(bytes, from, to, 0);
        }
        return Hash.of(bytes, line.start(LogField.ID), line.end(LogField.ID), instance);
    }
}
