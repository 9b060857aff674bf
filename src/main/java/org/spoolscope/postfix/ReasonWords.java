package org.spoolscope.postfix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a cause ([ReasonText#normalised]) that a person reads: of a remote's reply its
/// words, without host and codes; of a failed connection why it failed.
public final class ReasonWords {
    private static final Pattern REPLY =
            Pattern.compile(
                    "(?:said|refused to talk to me): \\d{3}(?:[- ]\\d\\.\\d{1,3}\\.\\d{1,3})? ?(.*?)(?: \\(in reply to .*)?$");
    private static final Pattern CONNECT =
            Pattern.compile(
                    "^(?:connect to [^ ]+|Host or domain name not found\\. Name service error for .*type=[A-Z]+): (.+)$");
    private static final Pattern LEADING = Pattern.compile("^[… ,:;-]+");

    private ReasonWords() {}

    /// The words of a cause, or the cause itself where its form is not known.
    public static String of(String cause) {
        for (Pattern pattern : List.of(REPLY, CONNECT)) {
            Matcher matcher = pattern.matcher(cause);
            if (matcher.find() && !matcher.group(1).isBlank()) {
                return LEADING.matcher(matcher.group(1)).replaceFirst("");
            }
        }
        return cause;
    }
}
