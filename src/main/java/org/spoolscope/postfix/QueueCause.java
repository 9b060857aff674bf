package org.spoolscope.postfix;

import java.util.Arrays;
import org.spoolscope.model.CauseClass;

/// Why queued messages wait, as one thing that many have in common.
///
/// @param list the blocklist that the replies name; empty where none
/// @param who whose reply it is: the provider, or else the domain of the host, or else that of the
///   recipients
public record QueueCause(CauseClass kind, String list, String who) {
    /// Stands in no name.
    private static final char SEPARATOR = '\t';

    /// As the key of a group.
    public String key() {
        return kind.label() + SEPARATOR + list + SEPARATOR + who;
    }

    /// Of [#key()]; of anything else [CauseClass#OTHER] of nobody.
    public static QueueCause of(String key) {
        String[] parts = key.split(String.valueOf(SEPARATOR), -1);
        if (parts.length != 3) {
            return new QueueCause(CauseClass.OTHER, "", "");
        }
        CauseClass kind =
                Arrays.stream(CauseClass.values())
                        .filter(one -> one.label().equals(parts[0]))
                        .findFirst()
                        .orElse(CauseClass.OTHER);
        return new QueueCause(kind, parts[1], parts[2]);
    }
}
