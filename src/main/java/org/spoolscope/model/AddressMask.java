package org.spoolscope.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides who writes and who is written to, in text that others are to see: `jane@shop.example`
/// becomes `•k3f9@shop.example`. The domain stays, since that is what mail is stuck on. The same
/// address has the same sign as long as the program runs, so that two can be told apart; what it
/// stands for can't be calculated from it. Two of a thousand addresses may have one sign by chance.
///
/// Found are addresses (RFC 5321 section 4.1.2) wherever they stand, what Postfix logs of people
/// without a domain (`from=<jane>`, `sasl_username=jane`, a header or a line of a body that a check
/// names), and the names of those people elsewhere in the same text (`user jane unknown`). Names of
/// accounts that are no person, such as `root`, stay where they have no domain. A message id looks
/// like an address, and is hidden like one. Immutable; any thread.
public final class AddressMask {
    private static final String ALGORITHM = "SHA-256";

    /// No vowels: a sign shall not be a word.
    private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxz";

    private static final int SIGN_LENGTH = 4;
    private static final char DOT = '•';
    private static final String SOMEBODY = "•••";

    /// What is hidden already.
    private static final Pattern SIGN =
            Pattern.compile(DOT + "[" + ALPHABET + "]{" + SIGN_LENGTH + "}|" + DOT + "+");

    private static final Pattern AT = Pattern.compile("@|%40");

    /// In front of an address, not a part of it.
    private static final Pattern KEY =
            Pattern.compile(
                    "(?:from|to|orig_to|sasl_username|sasl_sender|user|sender|recipient)=",
                    Pattern.CASE_INSENSITIVE);

    /// People whom Postfix logs without an `@`, in the groups.
    private static final Pattern BARE =
            Pattern.compile(
                    "\\b(?:from|to|orig_to)=<([^<>@]+)(?:>|…|$)"
                            + "|\\bsasl_(?:username|sender)=([^,\\s@%]+)(?=[,\\s]|$)"
                            + "|\\b[a-z]+: (?:header [!-9;-~]+:|body) (.+?)(?=; from=<|$)"
                            + "|<([^<>@\\s…]{2,})(?:…|$)");

    /// One of these stands in every text with somebody in it who is not known otherwise. Most text
    /// on the screen has none.
    private static final List<String> HINTS = List.of("@", "<", "%40", "sasl_", "header ", "body ");

    private static final int LEAST_NAME = 2;

    private static final Set<String> NO_PERSON =
            Set.of(
                    "abuse",
                    "admin",
                    "daemon",
                    "double-bounce",
                    "info",
                    "mail",
                    "mailer-daemon",
                    "no-reply",
                    "nobody",
                    "noreply",
                    "postfix",
                    "postmaster",
                    "root",
                    "support",
                    "webmaster",
                    "www-data");

    private final byte[] secret = new byte[32];

    /// With signs of its own.
    public AddressMask() {
        new SecureRandom().nextBytes(secret);
    }

    /// The text without the people in it; the same object where there are none.
    public DisplayText hide(DisplayText text) {
        String plain = text.toString();
        String hidden = replaced(plain, text.people(), this::sign);
        return hidden.equals(plain) ? text : DisplayText.of(hidden);
    }

    /// Whether there is anybody in the text.
    public static boolean findsAnybody(DisplayText text) {
        return !parts(text.toString(), text.people()).isEmpty();
    }

    /// The text with a dot for each character of a person's name, so that it stays as long as it
    /// was.
    public static String dots(String text) {
        return replaced(text, Set.of(), part -> String.valueOf(DOT).repeat(part.text().length()));
    }

    /// A part of a text that is to be hidden.
    ///
    /// @param domain whether a domain follows
    private record Part(int from, int to, String text, boolean domain) {}

    private static String replaced(
            String text, Set<String> people, Function<Part, String> replacement) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int done = 0;
        for (Part part : parts(text, people)) {
            if (part.from() >= done) {
                out.append(text, done, part.from()).append(replacement.apply(part));
                done = part.to();
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    /// In the order in which they stand, the longer one first.
    private static List<Part> parts(String text, Set<String> people) {
        if (people.isEmpty() && HINTS.stream().noneMatch(text::contains)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        addresses(text, parts);
        bare(text, parts);
        names(text, people, parts);
        parts.sort(
                Comparator.comparingInt(Part::from)
                        .thenComparing(Part::to, Comparator.reverseOrder()));
        return parts;
    }

    private static void addresses(String text, List<Part> parts) {
        Matcher at = AT.matcher(text);
        int after = 0;
        while (at.find()) {
            int from = start(text, after, at.start());
            if (from < at.start()) {
                parts.add(new Part(from, at.start(), text.substring(from, at.start()), true));
            }
            after = at.end();
        }
    }

    /// Where the local part that ends at `end` begins; not before `least`, unless it is quoted:
    /// then another address may stand in it.
    private static int start(String text, int least, int end) {
        if (end > 1 && text.charAt(end - 1) == '"') {
            int quote = end - 2;
            while (quote >= 0 && (text.charAt(quote) != '"' || isEscaped(text, quote))) {
                quote--;
            }
            if (quote >= 0) {
                return quote;
            }
        }
        int from = end;
        while (from > least && isLocal(text.charAt(from - 1))) {
            from--;
        }
        Matcher before = KEY.matcher(text).region(from, end);
        return before.lookingAt() ? before.end() : from;
    }

    private static boolean isEscaped(String text, int quote) {
        return quote > 0 && text.charAt(quote - 1) == '\\';
    }

    /// More than RFC 5321 allows: what is hidden too much does no harm.
    private static boolean isLocal(char c) {
        return !Character.isWhitespace(c) && "<>()[],;:\"".indexOf(c) < 0;
    }

    private static void bare(String text, List<Part> parts) {
        Matcher bare = BARE.matcher(text);
        while (bare.find()) {
            for (int group = 1; group <= bare.groupCount(); group++) {
                String found = bare.group(group);
                if (found != null && !isNoPerson(found)) {
                    parts.add(new Part(bare.start(group), bare.end(group), found, false));
                }
            }
        }
    }

    /// Where else those are named who are known by now.
    private static void names(String text, Set<String> people, List<Part> parts) {
        Set<String> names = new LinkedHashSet<>();
        people.forEach(person -> add(names, person));
        parts.forEach(part -> add(names, part.text()));
        for (String name : names) {
            for (int at = find(text, name, 0); at >= 0; at = find(text, name, at + 1)) {
                int to = at + name.length();
                if (!continues(text, at - 1, -1) && !continues(text, to, 1)) {
                    parts.add(new Part(at, to, text.substring(at, to), false));
                }
            }
            cut(text, name, parts);
        }
    }

    /// The beginning of a name where the text was cut.
    private static void cut(String text, String name, List<Part> parts) {
        int end = text.endsWith("…") ? text.length() - 1 : 0;
        for (int length = Math.min(name.length() - 1, end); length >= LEAST_NAME; length--) {
            int from = end - length;
            if (text.regionMatches(true, from, name, 0, length) && !continues(text, from - 1, -1)) {
                parts.add(new Part(from, end, text.substring(from, end), false));
                return;
            }
        }
    }

    /// What stands before the domain, also without an extension (`jane+news`).
    private static void add(Set<String> names, String person) {
        int at = person.lastIndexOf('@');
        String local = at < 0 ? person : person.substring(0, at);
        if (local.length() > 2 && local.startsWith("\"") && local.endsWith("\"")) {
            local = local.substring(1, local.length() - 1);
        }
        int plus = local.indexOf('+');
        for (String name : plus < 0 ? Set.of(local) : Set.of(local, local.substring(0, plus))) {
            if (name.length() >= LEAST_NAME && !isNoPerson(name) && !SIGN.matcher(name).matches()) {
                names.add(name);
            }
        }
    }

    private static int find(String text, String name, int from) {
        for (int at = from; at <= text.length() - name.length(); at++) {
            if (text.regionMatches(true, at, name, 0, name.length())) {
                return at;
            }
        }
        return -1;
    }

    /// Whether a longer name goes on at `at`, such as that of a host.
    private static boolean continues(String text, int at, int step) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c) || c == '_') {
            return true;
        }
        int next = at + step;
        return (c == '.' || c == '-' || c == '@')
                && next >= 0
                && next < text.length()
                && Character.isLetterOrDigit(text.charAt(next));
    }

    private static boolean isNoPerson(String name) {
        return NO_PERSON.contains(name.toLowerCase(Locale.ROOT));
    }

    private String sign(Part part) {
        if (!part.domain()) {
            return SOMEBODY;
        }
        if (SIGN.matcher(part.text()).matches()) {
            return part.text();
        }
        StringBuilder sign = new StringBuilder(SIGN_LENGTH + 1).append(DOT);
        byte[] hash = hash(part.text().toLowerCase(Locale.ROOT));
        for (int i = 0; i < SIGN_LENGTH; i++) {
            sign.append(ALPHABET.charAt(Byte.toUnsignedInt(hash[i]) % ALPHABET.length()));
        }
        return sign.toString();
    }

    private byte[] hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            digest.update(secret);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }
}
