package org.spoolscope.model;

/// A Postfix queue id, short (hexadecimal microseconds and inode) or long
/// (`enable_long_queue_ids`).
///
/// The constructor is the only gate between text and a remote command: whatever is not of an id's
/// shape cannot become one. Postfix accepts letters, digits and `_`, 1 to 255 characters
/// (`mail_queue_id_ok` in Postfix's `mail_queue.c`); real ids have six or more letters and digits,
/// and that narrower shape is what is accepted here. The shape also admits six-letter words, but
/// not the `ALL` of postsuper. Ids are unique only within one instance, and short ones are reused.
public record QueueId(String value) implements Comparable<QueueId> {
    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 64;

    public QueueId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a queue id: " + DisplayText.of(value).clip(80));
        }
    }

    /// Whether the text has the shape of a queue id: 6 to 64 ASCII letters and digits.
    public static boolean isValid(String text) {
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }

    /// Whether this is a long id: its last `z` stands at index 10 or later (Postfix
    /// `mail_queue.h`).
    public boolean isLong() {
        return value.lastIndexOf('z') >= 10;
    }

    @Override
    public int compareTo(QueueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
