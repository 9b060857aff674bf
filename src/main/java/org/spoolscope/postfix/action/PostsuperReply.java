package org.spoolscope.postfix.action;

import java.util.HashSet;
import java.util.Set;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueId;

/// What postsuper said it did. Its exit status is 0 also when it did nothing, so only the line that
/// it prints for a message proves anything (postsuper.c).
///
/// @param changed the messages that it named
/// @param end how it ended
/// @param said the first thing it, or sudo, said that is no report of a message; may be empty
public record PostsuperReply(Set<QueueId> changed, End end, String said) {
    private static final String SPEAKER = "postsuper: ";
    private static final int SAID_LENGTH = 200;
    private static final int NOT_ALLOWED = 77;

    public PostsuperReply {
        changed = Set.copyOf(changed);
    }

    /// How it ended.
    public enum End {
        /// With exit status 0.
        WELL,
        /// The account may not do this.
        REFUSED,
        /// In another way; some messages may have been changed before.
        FAILED
    }

    /// Reads the output of the `postsuper` command.
    ///
    /// @param output bounded by the caller
    /// @param status its exit status
    public static PostsuperReply of(Step step, String output, int status) {
        Set<QueueId> changed = new HashSet<>();
        String said = "";
        boolean asked = true;
        for (String line : output.lines().toList()) {
            QueueId id = reported(step, line);
            if (id != null) {
                changed.add(id);
            } else if (said.isEmpty() && !line.isBlank() && !isTotal(line)) {
                said = DisplayText.of(line.strip()).clip(SAID_LENGTH).toString();
                asked = !line.startsWith("sudo:");
            }
        }
        boolean refused = status == NOT_ALLOWED || status != 0 && changed.isEmpty() && !asked;
        return new PostsuperReply(
                changed, status == 0 ? End.WELL : refused ? End.REFUSED : End.FAILED, said);
    }

    private static @org.jspecify.annotations.Nullable QueueId reported(Step step, String line) {
        int colon = line.indexOf(": ", SPEAKER.length());
        if (!line.startsWith(SPEAKER)
                || colon < 0
                || !line.substring(colon + 2).equals(step.report())) {
            return null;
        }
        String id = line.substring(SPEAKER.length(), colon);
        return QueueId.isValid(id) ? new QueueId(id) : null;
    }

    /// `postsuper: Placed on hold: 5 messages`.
    private static boolean isTotal(String line) {
        return line.startsWith(SPEAKER)
                && (line.endsWith(" message") || line.endsWith(" messages"));
    }
}
