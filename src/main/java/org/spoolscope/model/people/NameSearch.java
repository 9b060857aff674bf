package org.spoolscope.model.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Looks for the names of known people in a text: where they stand by themselves, not as a part of
/// a longer name such as that of a host, nor as a key or a value of a log's line.
final class NameSearch {
    private static final int LEAST_NAME = 2;
    private static final int LEAST_NUMBER = 5;
    private static final int MOST_NAMES = 64;
    private static final String OPENING = "/'\"~<";

    private final String text;
    private final String lower;
    private final Consumer<Part> found;

    private NameSearch(String text, Consumer<Part> found) {
        this.text = text;
        this.lower = lower(text);
        this.found = found;
    }

    /// @param people addresses, or names of accounts; the first [#MOST_NAMES] names are looked for
    static void find(String text, Collection<String> people, Consumer<Part> found) {
        Set<String> names = new LinkedHashSet<>();
        for (String person : people) {
            if (isName(person) && person.equals(text) && !Accounts.isNobody(person)) {
                found.accept(new Part(0, text.length(), false));
                return;
            }
            addNames(names, person);
        }
        NameSearch search = new NameSearch(text, found);
        names.stream().limit(MOST_NAMES).forEach(search::find);
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
        if (name.length() >= (isNumber ? LEAST_NUMBER : LEAST_NAME) && !Accounts.isNobody(name)) {
            names.add(lower(name));
        }
    }

    /// As long as the text is, which [String#toLowerCase] does not promise.
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
        }
        return lower.toString();
    }

    private void find(String name) {
        for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
            int to = at + name.length();
            if (begins(at) && ends(at, to)) {
                found.accept(new Part(at, to, false));
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
                found.accept(new Part(from, end, false));
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
}
