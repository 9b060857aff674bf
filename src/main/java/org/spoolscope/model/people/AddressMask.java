package org.spoolscope.model.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.DisplayText;

/// Hides who writes and who is written to, in text that others are to see: `jane@shop.example`
/// becomes `•k3f9@shop.example`. The domain stays, since that is what mail is stuck on. The same
/// address has the same code as long as the program runs, so that two can be told apart; what it
/// stands for can't be calculated from it. Two of a thousand addresses may have one code by chance.
///
/// Hidden are addresses wherever they stand, what is logged of people without a domain
/// (`from=<jane>`, `sasl_username=jane`, a header or a line of a body that a check names, folders
/// of mailboxes), and the names of those people elsewhere in the same text (`user jane unknown`).
/// Names of accounts that are no person, such as `root`, stay where they have no domain, and those
/// that every domain has (`postmaster`) stay altogether. A message id looks like an address, and is
/// hidden like one. Immutable; any thread.
public final class AddressMask {
    private static final String ALGORITHM = "SHA-256";

    /// No vowels: a code shall not be a word.
    private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxz";

    private static final int CODE_LENGTH = 4;
    private static final char DOT = '•';
    private static final String SOMEBODY = "•••";

    /// What is hidden already.
    private static final Pattern HIDDEN =
            Pattern.compile(DOT + "[" + ALPHABET + "]{" + CODE_LENGTH + "}|" + DOT + "+");

    private static final Pattern DOMAIN = Pattern.compile("(?:@|%40)([\\p{Alnum}.-]*)(…?)");

    private final byte[] secret = new byte[32];

    /// With codes of its own.
    public AddressMask() {
        new SecureRandom().nextBytes(secret);
    }

    /// The text without the people in it; the same object where there are none.
    public DisplayText hide(DisplayText text) {
        String plain = text.toString();
        List<Part> parts = PeopleFinder.find(plain, text.people());
        return parts.isEmpty()
                ? text
                : DisplayText.of(
                        replaced(plain, parts, part -> instead(part, plain, text.people())));
    }

    /// The text with a dot for each character of a person's name, so that it stays as long as it
    /// was.
    public static String dots(String text) {
        return replaced(
                text,
                PeopleFinder.find(text, Set.of()),
                part -> String.valueOf(DOT).repeat(part.to() - part.from()));
    }

    /// The text with an ellipsis wherever it names this person.
    ///
    /// @param person an address, or the name of an account
    public static String leavingOut(String person, String text) {
        return replaced(text, PeopleFinder.named(person, text), _ -> "…");
    }

    private static String replaced(
            String text, List<Part> parts, Function<Part, String> replacement) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int done = 0;
        for (Part part : parts) {
            out.append(text, done, part.from()).append(replacement.apply(part));
            done = part.to();
        }
        return out.append(text, done, text.length()).toString();
    }

    private String instead(Part part, String text, Collection<String> people) {
        if (!part.isLocalPart()) {
            return SOMEBODY;
        }
        String local = text.substring(part.from(), part.to());
        return HIDDEN.matcher(local).matches()
                ? local
                : code(address(local, text, part.to(), people).toLowerCase(Locale.ROOT));
    }

    /// With its domain; where that is cut, as far as it is known whose it may be.
    private static String address(String local, String text, int at, Collection<String> people) {
        Matcher domain = DOMAIN.matcher(text).region(at, text.length());
        String address = local + "@" + (domain.lookingAt() ? domain.group(1) : "");
        return domain.lookingAt() && !domain.group(2).isEmpty()
                ? people.stream()
                        .filter(person -> person.startsWith(address))
                        .findFirst()
                        .orElse(address)
                : address;
    }

    private String code(String address) {
        StringBuilder code = new StringBuilder(CODE_LENGTH + 1).append(DOT);
        byte[] hash = hash(address);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(Byte.toUnsignedInt(hash[i]) % ALPHABET.length()));
        }
        return code.toString();
    }

    private byte[] hash(String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            digest.update(secret);
            return digest.digest(address.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }
}
