package org.spoolscope.ui.shell;

import java.util.regex.Pattern;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.QueueId;

/// What a person has typed into the palette, and what it looks like. Nothing is looked up.
///
/// @param text without what surrounds it: spaces, and the brackets of a log's addresses
record PaletteTerm(String text) {
    /// `to:`, `age>2h`, `-from:x`.
    private static final Pattern FILTER = Pattern.compile("-?[a-z]+[:<>].*");

    private static final Pattern WHO = Pattern.compile("\\b(?:from|to):");

    static PaletteTerm of(String typed) {
        String text = typed.strip();
        boolean bracketed =
                text.length() > 2
                        && (text.startsWith("[") && text.endsWith("]")
                                || text.startsWith("<") && text.endsWith(">"));
        return new PaletteTerm(bracketed ? text.substring(1, text.length() - 1) : text);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /// A queue id, an IP address or a filter that asks for no sender and no recipient.
    boolean namesNobody() {
        return isQueueId() || isIp() || isFilter() && !WHO.matcher(text).find();
    }

    /// An IPv4 or IPv6 address, and nothing else.
    boolean isIp() {
        return IpAddress.parse(text).isPresent();
    }

    /// Of the shape of a queue id, and with a digit in it: a word is more likely a word.
    boolean isQueueId() {
        return QueueId.isValid(text) && text.chars().anyMatch(Character::isDigit);
    }

    /// An address of mail, or a Message-ID, which looks the same.
    boolean isMailAddress() {
        int at = text.indexOf('@');
        return at > 0 && at < text.length() - 1 && !text.contains(" ") && !isFilter();
    }

    /// Written in the filter language.
    boolean isFilter() {
        return !isIp() && FILTER.matcher(text).matches();
    }
}
