package org.spoolscope.model;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Text that is safe to show in a label, a table or a terminal.
///
/// Mail servers hand on what strangers wrote: addresses and replies with control characters,
/// right-to-left overrides, zero-width characters. Here each such character is made visible as
/// `⟨U+202E⟩`; line breaks become a space. This is the only type the screen and the terminal accept
/// (an ArchUnit rule holds that), and [#of] is the only way from foreign text to it.
///
/// It may know whom it names ([#naming]), which is no part of its value.
public final class DisplayText implements Comparable<DisplayText> {
    /// No text at all.
    public static final DisplayText EMPTY = new DisplayText("", Set.of());

    private final String safe;
    private final Set<String> people;

    private DisplayText(String safe, Set<String> people) {
        this.safe = safe;
        this.people = people;
    }

    /// The text with control (Cc), format (Cf: bidi controls, zero-width), separator (Zl, Zp),
    /// unassigned and private-use characters and lone surrogates made visible.
    public static DisplayText of(String text) {
        int i = firstUnsafe(text);
        return new DisplayText(i < 0 ? text : escape(text, i), Set.of());
    }

    /// An address, or the name of an account.
    public static DisplayText ofPerson(String address) {
        return of(address).naming(Set.of(address));
    }

    /// Texts behind each other.
    public static DisplayText join(String separator, List<DisplayText> parts) {
        Set<String> named = new LinkedHashSet<>();
        parts.forEach(part -> named.addAll(part.people));
        return of(parts.stream().map(DisplayText::toString).collect(joining(separator)))
                .naming(named);
    }

    /// The same text, which may name these people without their domain, as replies do (`user jane
    /// unknown`): an [org.spoolscope.model.people.AddressMask] looks for them.
    ///
    /// @param addresses of people, or names of accounts
    public DisplayText naming(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(people);
        addresses.forEach(address -> all.add(of(address).safe)); // as they stand in the text
        all.remove("");
        return all.equals(people) ? this : new DisplayText(safe, Collections.unmodifiableSet(all));
    }

    /// Whom it may name, as given to [#naming].
    public Set<String> people() {
        return people;
    }

    /// At most `max` characters, the last of them an ellipsis when something was cut.
    public DisplayText clip(int max) {
        if (safe.length() <= max) {
            return this;
        }
        int end = Math.max(0, max - 1);
        if (end > 0 && Character.isHighSurrogate(safe.charAt(end - 1))) {
            end--;
        }
        return new DisplayText(safe.substring(0, end) + "…", people);
    }

    /// Whether there is no character in it.
    public boolean isEmpty() {
        return safe.isEmpty();
    }

    @Override
    public int compareTo(DisplayText other) {
        return safe.compareTo(other.safe);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DisplayText text && text.safe.equals(safe);
    }

    @Override
    public int hashCode() {
        return safe.hashCode();
    }

    /// The safe text itself.
    @Override
    public String toString() {
        return safe;
    }

    private static int firstUnsafe(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isSafe(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    private static String escape(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isSafe(c)) {
                out.appendCodePoint(c);
            } else if (c == '\n' || c == '\t') {
                out.append(' ');
            } else {
                out.append("⟨U+").append(String.format("%04X", c)).append('⟩');
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isSafe(int c) {
        if (c < 0x7f) {
            return c >= 0x20;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    false;
            default -> true;
        };
    }
}
