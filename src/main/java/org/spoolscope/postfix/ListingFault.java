package org.spoolscope.postfix;

import java.util.Locale;
import org.spoolscope.model.Trouble;

/// What it means when a listing command fails. Postfix 3.7 says both "not allowed" and "mail system
/// is down" with exit status 69, others use 77 for the first: so the words decide, then the status.
public final class ListingFault {
    private static final int COMMAND_NOT_FOUND = 127;
    private static final int UNAVAILABLE = 69;
    private static final int NO_PERMISSION = 77;
    private static final int MESSAGE_LIMIT = 400;

    private ListingFault() {}

    /// The trouble behind a listing that did not end with 0.
    ///
    /// @param instance its name
    /// @param user the account that asked
    /// @param status the exit status, not 0
    /// @param stderr what the command wrote to standard error
    public static Trouble of(String instance, String user, int status, String stderr) {
        String words = stderr.toLowerCase(Locale.ROOT);
        if (status == COMMAND_NOT_FOUND) {
            return new Trouble.PostqueueMissing();
        }
        if (status == NO_PERMISSION || words.contains("is not allowed to view the mail queue")) {
            return new Trouble.ListingNotAllowed(instance, user);
        }
        if (words.contains("mail system is down") || status == UNAVAILABLE && words.isBlank()) {
            return new Trouble.MailSystemDown(instance);
        }
        return new Trouble.ListingFailed(instance, status, firstLine(stderr));
    }

    private static String firstLine(String stderr) {
        String line = stderr.lines().filter(text -> !text.isBlank()).findFirst().orElse("").strip();
        return line.length() <= MESSAGE_LIMIT ? line : line.substring(0, MESSAGE_LIMIT);
    }
}
