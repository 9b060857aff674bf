package org.spoolscope.postfix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Brings reasons with one cause to one text: what differs from message to message (ids, addresses,
/// times, numbers) becomes `…`, a host shrinks to its domain (`mx3.example.net[192.0.2.1]` to
/// `example.net`, so that a provider's machines are one), and the codes that a many-line reply
/// repeats are left out. The words, the reply code and the enhanced status code stay.
final class ReasonCause {
    private static final String VARYING = "…";
    private static final int LENGTH = 240;

    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");
    private static final String NAME = "name=";
    private static final String HTTP = "http";
    private static final Pattern CODE =
            Pattern.compile("^[245]\\d\\d(?:[- ]?[245]\\.\\d{1,3}\\.\\d{1,3})?-?$");
    private static final Pattern STATUS = Pattern.compile("^[245]\\.\\d{1,3}\\.\\d{1,3}$");

    private final List<String> kept = new ArrayList<>();
    private boolean coded;

    private ReasonCause() {}

    static String of(String reason) {
        ReasonCause cause = new ReasonCause();
        for (String word : SPACES.split(withoutAddress(reason), -1)) {
            cause.add(word);
        }
        String text = String.join(" ", cause.kept).strip();
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + VARYING;
    }

    private static String withoutAddress(String reason) {
        RemoteHost host = RemoteHost.firstIn(reason);
        if (host == null) {
            return reason;
        }
        String after = reason.substring(host.to());
        return reason.substring(0, host.from()) + domain(host.name()) + after;
    }

    /// The last two labels; three below the likes of `co.uk`.
    private static String domain(String name) {
        if (name.chars().noneMatch(Character::isLetter)) {
            return VARYING;
        }
        String[] labels = name.split("\\.", -1);
        int count = labels.length;
        if (count <= 2) {
            return name;
        }
        boolean publicSecondLevel =
                labels[count - 1].length() == 2 && labels[count - 2].length() < 4;
        int keep = publicSecondLevel ? 3 : 2;
        return String.join(".", List.of(labels).subList(count - keep, count));
    }

    private void add(String word) {
        String last = kept.isEmpty() ? "" : kept.getLast();
        String plain = replace(word, last);
        if (plain != null && !(plain.equals(VARYING) && last.equals(VARYING))) {
            kept.add(plain);
        }
    }

    /// The word as it counts, or null when it does not.
    private @Nullable String replace(String word, String last) {
        if (mayBeCode(word)) {
            if (CODE.matcher(word).matches() && (last.endsWith(":") || coded)) {
                boolean again = coded;
                coded = true;
                return again ? null : word.replaceFirst("-$", "").replace('-', ' ');
            }
            if (STATUS.matcher(word).matches()) {
                return kept.stream().anyMatch(text -> text.endsWith(word)) ? null : word;
            }
        }
        if (word.startsWith(NAME) && word.length() > NAME.length()) {
            return NAME + VARYING;
        }
        return varies(word) ? VARYING : word;
    }

    /// Looks at one character, as nearly all words are no codes and a queue has very many.
    private static boolean mayBeCode(String word) {
        return !word.isEmpty() && "245".indexOf(word.charAt(0)) >= 0;
    }

    /// An address, a number, a time, an IP, or an id: letters mixed with two digits or more. A link
    /// counts by its path.
    private static boolean varies(String word) {
        String core = word.regionMatches(true, 0, HTTP, 0, HTTP.length()) ? afterHost(word) : word;
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < core.length(); i++) {
            char c = core.charAt(i);
            if (c == '@') {
                return true;
            }
            digits += Character.isDigit(c) ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return digits > 0 && (letters == 0 || digits >= 2 && core.length() >= 6);
    }

    private static String afterHost(String link) {
        int slashes = link.indexOf("//");
        int path = slashes < 0 ? -1 : link.indexOf('/', slashes + 2);
        return path < 0 ? "" : link.substring(path);
    }
}
