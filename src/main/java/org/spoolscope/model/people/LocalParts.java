package org.spoolscope.model.people;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the local parts of addresses (RFC 5321 section 4.1.2) in a text, also of those that are no
/// valid ones, and names that stand where an address might.
final class LocalParts {
    /// A backslash in front of it is that of a sudoers line, whose accounts are no strangers.
    private static final Pattern AT = Pattern.compile("(?<!\\\\)@|%40");

    /// In front of an address, not a part of it.
    private static final Pattern KEY =
            Pattern.compile(
                    "(?:from|to|orig_to|sasl_username|sasl_sender|user|sender|recipient)=",
                    Pattern.CASE_INSENSITIVE);

    /// What stands between brackets, up to the domain or to the end: Postfix writes addresses as
    /// they came, with blanks and all, where `info_log_address_format` says so.
    private static final Pattern BRACKETED =
            Pattern.compile(
                    "<(?:(?<=\\b(?:from|to|orig_to|user)=<)([^>]*?)(?:@[^@<>\\s]*)?(?:>|…|$)"
                            + "|([^<>]+)@[^@<>\\s]*(?:>|…|$)"
                            + "|(?<!(?:helo|message-id)=<)([^<>@\\s…]{2,})(?:>(?!: Helo)|…|$))");

    /// The same between quotes that hold the domain, too, as a filter's value may be.
    private static final Pattern QUOTED = Pattern.compile("\"([^\"<>;:=]+)@[^@\"<>\\s]*(?:\"|…|$)");

    private final String text;
    private final Consumer<Part> found;

    private LocalParts(String text, Consumer<Part> found) {
        this.text = text;
        this.found = found;
    }

    /// Whether it is worth while to look.
    static boolean mayBeIn(String text) {
        return text.indexOf('@') >= 0 || text.indexOf('<') >= 0 || text.contains("%40");
    }

    static void find(String text, Consumer<Part> found) {
        LocalParts parts = new LocalParts(text, found);
        parts.addresses();
        parts.enclosed(BRACKETED);
        parts.enclosed(QUOTED);
    }

    private void addresses() {
        Matcher at = AT.matcher(text);
        int after = 0;
        while (at.find()) {
            addLocalPart(start(after, at.start()), at.start());
            after = at.end();
        }
    }

    private void addLocalPart(int from, int to) {
        if (from < to && !Accounts.isRole(text.substring(from, to))) {
            found.accept(new Part(from, to, true));
        }
    }

    /// Where the local part that ends at `end` begins; not before `least`, unless it is quoted:
    /// then another address may stand in it.
    private int start(int least, int end) {
        if (end > 1 && text.charAt(end - 1) == '"') {
            int quote = end - 2;
            while (quote >= 0 && (text.charAt(quote) != '"' || isEscaped(quote))) {
                quote--;
            }
            if (quote >= 0) {
                return quote;
            }
        }
        int from = end;
        while (from > least && (isLocal(text.charAt(from - 1)) || from == end && isQuote(from))) {
            from--;
        }
        Matcher before = KEY.matcher(text).region(from, end);
        return before.lookingAt() ? before.end() : from;
    }

    private boolean isQuote(int behind) {
        return text.charAt(behind - 1) == '"';
    }

    private boolean isEscaped(int quote) {
        return quote > 0 && text.charAt(quote - 1) == '\\';
    }

    /// More than RFC 5321 allows.
    private static boolean isLocal(char c) {
        return !Character.isWhitespace(c) && "<>()[],;:\"".indexOf(c) < 0;
    }

    private void enclosed(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String name = matcher.group(group);
                if (name != null && !name.isEmpty()) {
                    int to = matcher.end(group);
                    if (to < text.length() && text.charAt(to) == '@') {
                        addLocalPart(matcher.start(group), to);
                    } else if (!Accounts.isNobody(name)) {
                        found.accept(new Part(matcher.start(group), to, false));
                    }
                }
            }
        }
    }
}
