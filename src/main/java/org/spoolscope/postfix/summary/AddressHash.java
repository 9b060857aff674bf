package org.spoolscope.postfix.summary;

import org.spoolscope.postfix.log.Hash;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// An address with its domain in lower case, which two spellings of one have in common. Used again
/// for the next one.
final class AddressHash {
    private static final byte[] NULL_SENDER = {'<', '>'};

    private byte[] bytes = new byte[256];
    private int length;

    /// Takes the address of a field; the null sender reads `<>`.
    ///
    /// @return its hash
    long read(LogLine line, LogField field) {
        int from = line.start(field);
        length = line.end(field) - from;
        if (length == 0) {
            length = NULL_SENDER.length;
            System.arraycopy(NULL_SENDER, 0, bytes, 0, length);
        } else {
            bytes = length > bytes.length ? new byte[length * 2] : bytes;
            System.arraycopy(line.bytes(), from, bytes, 0, length);
            for (int i = length - 1; i >= 0 && bytes[i] != '@'; i--) {
                if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                    bytes[i] = (byte) (bytes[i] + ('a' - 'A'));
                }
            }
        }
        return Hash.of(bytes, 0, length, 0);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /// Behind the `@`, or 0 where there is none.
    int domain() {
        int at = length - 1;
        while (at >= 0 && bytes[at] != '@') {
            at--;
        }
        return at + 1;
    }
}
