package org.spoolscope.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what names people in a text: in their addresses (RFC 5321 section 4.1.2) the local part,
/// what Postfix and others log of them without a domain, and their names elsewhere in the text.
/// Rather too much than too little. Any thread.
final class PeopleFinder {
    /// A part of a text that names somebody.
    ///
    /// @param to behind it
    /// @param isLocalPart whether the domain follows
    record Part(int from, int to, boolean isLocalPart) {}

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
                    "\\b(?:from|to|orig_to|user)=<([^>]*?)(?:@[^@<>\\s]*)?(?:>|…|$)"
                            + "|<([^<>]+)@[^@<>\\s]*(?:>|…|$)"
                            + "|\"([^\"<>]+)@[^@\"<>\\s]*(?:\"|…|$)"
                            + "|(?<!helo=|message-id=)<([^<>@\\s…]{2,})(?:>(?!: Helo)|…|$)");

    /// What else is logged of people.
    ///
    /// @param hint stands in every text that it is found in
    /// @param pattern with what names somebody as its group
    private record Logged(String hint, Pattern pattern) {
        Logged(String hint, String pattern) {
            this(hint, Pattern.compile(pattern));
        }
    }

    private static final List<Logged> LOGGED =
            List.of(
                    new Logged("sasl_", "\\bsasl_(?:username|sender)=([^,@]+?)(?=,|$|@|%40)"),
                    new Logged("user=", "\\buser=([^,\\s<>@;)]+)"),
                    new Logged("header ", "\\b[a-z]+: header [!-9;-~]+: (.+)(?=; from=<)"),
                    new Logged("header ", "\\b[a-z]+: header [!-9;-~]+: (.+?)(?=; from=<|$)"),
                    new Logged("header ", "\\b(?:replace|prepend): header [!-9;-~]+: (.+)"),
                    new Logged("body ", "\\b[a-z]+: body (.+)(?=; from=<)"),
                    new Logged("body ", "\\b[a-z]+: body (.+?)(?=; from=<|$)"),
                    new Logged("body ", "\\b(?:replace|prepend): body (.+)"),
                    new Logged("non-SMTP command", "non-SMTP command\\b.*?: (.+)"),
                    new Logged("NON-SMTP COMMAND", "NON-SMTP COMMAND\\b.*?: (.+)"),
                    new Logged("command pipelining", "command pipelining\\b.*?: (.+)"),
                    new Logged("COMMAND PIPELINING", "COMMAND PIPELINING\\b.*?: (.+)"),
                    new Logged(" command: ", "\\b[A-Z]{4}(?: TO| FROM)? command: ([^;<]+)"),
                    new Logged("/home/", "/home/([^\\s:;,)'\"]+)"),
                    new Logged("/var/", "/var/(?:spool/)?v?mail/([^\\s:;,)'\"]+)"),
                    new Logged("fatal: ", "\\bfatal: (?:User )?([\\w.-]+)\\(\\d+\\)"),
                    new Logged("User ", "\\bUser ([\\w.-]+)\\(\\d+\\)"),
                    new Logged("delivered to ", "delivered to (?:command|file): (.+?)(?=\\)?$)"),
                    new Logged("lookup of ", "\\blookup of '?([^'\\s]+)"),
                    new Logged("nesting for ", "\\bnesting for '?([^'\\s]+)"),
                    new Logged("expansion of ", "\\bexpansion of '?([^'\\s]+)"));

    /// One of these, or a hint of the above, stands in every text in which there is somebody who is
    /// not known otherwise. Most text on the screen has none.
    private static final List<String> HINTS =
            Stream.concat(Stream.of("@", "%40", "<"), LOGGED.stream().map(Logged::hint))
                    .distinct()
                    .toList();

    /// Accounts that are no person, and words that logs are made of.
    private static final Set<String> NO_PERSON =
            Set.of(
                    "abuse",
                    "admin",
                    "and",
                    "daemon",
                    "deferred",
                    "delay",
                    "double-bounce",
                    "for",
                    "from",
                    "host",
                    "hostmaster",
                    "info",
                    "mail",
                    "mailer-daemon",
                    "message",
                    "no-reply",
                    "nobody",
                    "noreply",
                    "not",
                    "of",
                    "on",
                    "postfix",
                    "postmaster",
                    "relay",
                    "root",
                    "sent",
                    "service",
                    "smtp",
                    "status",
                    "support",
                    "the",
                    "to",
                    "unknown",
                    "user",
                    "webmaster",
                    "www-data");

    /// Whom every domain has (RFC 2142), and Postfix's own: nobody is hidden by hiding them.
    private static final Set<String> ROLES =
            Set.of("abuse", "double-bounce", "hostmaster", "mailer-daemon", "postmaster");

    private static final int LEAST_NAME = 2;
    private static final int LEAST_NUMBER = 5;
    private static final int MOST_NAMES = 64;
    private static final String OPENING = "/'\"~<";

    private final String text;
    private final String lower;
    private final List<Part> parts = new ArrayList<>();

    private PeopleFinder(String text) {
        this.text = text;
        String small = text.toLowerCase(Locale.ROOT);
        this.lower = small.length() == text.length() ? small : text;
    }

    /// What is to be hidden, in the order in which it stands. No two parts overlap.
    ///
    /// @param people those who may be named without their domain, as [DisplayText#naming] has them
    static List<Part> find(String text, Collection<String> people) {
        if (people.isEmpty() && HINTS.stream().noneMatch(text::contains)) {
            return List.of();
        }
        PeopleFinder finder = new PeopleFinder(text);
        finder.addresses();
        finder.bracketed();
        LOGGED.stream()
                .filter(logged -> text.contains(logged.hint()))
                .forEach(logged -> finder.logged(logged.pattern()));
        finder.names(people);
        return finder.apart();
    }

    /// Whether it is the name of an account that nobody is behind.
    private static boolean isNoPerson(String name) {
        return NO_PERSON.contains(name.toLowerCase(Locale.ROOT));
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
        if (from < to && !ROLES.contains(lower.substring(from, to))) {
            parts.add(new Part(from, to, true));
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

    private void bracketed() {
        Matcher found = BRACKETED.matcher(text);
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                String name = found.group(group);
                if (name != null && !name.isEmpty()) {
                    int to = found.end(group);
                    if (to < text.length() && text.charAt(to) == '@') {
                        addLocalPart(found.start(group), to);
                    } else if (!isNoPerson(name)) {
                        parts.add(new Part(found.start(group), to, false));
                    }
                }
            }
        }
    }

    private void logged(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (!isNoPerson(found.group(1))) {
                parts.add(new Part(found.start(1), found.end(1), false));
            }
        }
    }

    /// Where else those are named who are known by now.
    private void names(Collection<String> people) {
        Set<String> names = new LinkedHashSet<>();
        for (String person : people) {
            if (isName(person) && person.equals(text) && !isNoPerson(person)) {
                parts.add(new Part(0, text.length(), false));
                return;
            }
            addNames(names, person);
        }
        parts.forEach(part -> addNames(names, text.substring(part.from(), part.to())));
        names.stream().limit(MOST_NAMES).forEach(this::name);
    }

    /// Whether it is no address.
    private static boolean isName(String person) {
        return person.indexOf('@') < 0 || person.indexOf(' ') >= 0;
    }

    /// What stands before the domain, also without an extension (`jane+news`).
    private static void addNames(Set<String> names, String person) {
        if (isName(person)) {
            addName(names, person);
        }
        int at = person.lastIndexOf('@');
        String local = at < 0 ? person : person.substring(0, at);
        if (local.length() > 2 && local.startsWith("\"") && local.endsWith("\"")) {
            local = local.substring(1, local.length() - 1);
        }
        int plus = local.indexOf('+');
        addName(names, local);
        addName(names, plus < 0 ? local : local.substring(0, plus));
    }

    private static void addName(Set<String> names, String name) {
        boolean isNumber = name.chars().allMatch(Character::isDigit);
        if (name.length() >= (isNumber ? LEAST_NUMBER : LEAST_NAME) && !isNoPerson(name)) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
    }

    private void name(String name) {
        for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
            int to = at + name.length();
            if (begins(at) && ends(at, to)) {
                parts.add(new Part(at, to, false));
            }
        }
        for (int end = text.indexOf('…'); end >= 0; end = text.indexOf('…', end + 1)) {
            cut(name, end);
        }
    }

    /// The beginning of a name where the text was cut.
    private void cut(String name, int end) {
        for (int length = Math.min(name.length() - 1, end); length >= LEAST_NAME; length--) {
            int from = end - length;
            if (lower.startsWith(name.substring(0, length), from) && begins(from)) {
                parts.add(new Part(from, end, false));
                return;
            }
        }
    }

    /// Whether no longer name, and no key (`status=sent`), stands before `at`.
    private boolean begins(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !isWord(before)
                && before != '='
                && !(isJoint(before) && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    /// Whether no longer name, such as that of a host, goes on at `to`. That of a file may.
    private boolean ends(int from, int to) {
        if (to == text.length()) {
            return true;
        }
        char after = text.charAt(to);
        if (isWord(after) || after == '=') {
            return false;
        }
        boolean opened = from > 0 && OPENING.indexOf(text.charAt(from - 1)) >= 0;
        return opened
                || after == '@'
                || !isJoint(after)
                || to + 1 == text.length()
                || !Character.isLetterOrDigit(text.charAt(to + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == '-' || c == '@';
    }

    /// Those that overlap become one.
    private List<Part> apart() {
        parts.sort(Comparator.comparingInt(Part::from).thenComparingInt(Part::to));
        List<Part> apart = new ArrayList<>(parts.size());
        for (Part part : parts) {
            Part last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || part.from() >= last.to()) {
                apart.add(part);
            } else {
                boolean isLocalPart =
                        part.to() > last.to()
                                ? part.isLocalPart()
                                : part.to() == last.to()
                                        ? part.isLocalPart() || last.isLocalPart()
                                        : last.isLocalPart();
                apart.set(
                        apart.size() - 1,
                        new Part(last.from(), Math.max(last.to(), part.to()), isLocalPart));
            }
        }
        return apart;
    }
}
