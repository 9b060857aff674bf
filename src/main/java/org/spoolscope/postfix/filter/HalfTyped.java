package org.spoolscope.postfix.filter;

import java.util.List;

/// What stays in force of a filter while the next term is typed. `age` alone is a word to look for,
/// and the beginning of `age>2h`: until that is whole, nobody means the word any more.
public final class HalfTyped {
    private static final List<String> JOINING = List.of("or", "and", "not", "-", "(");

    private HalfTyped() {}

    /// The terms of the last filter without a mistake that still count.
    ///
    /// @param good that filter
    /// @param text what stands in the box now, in which there is a mistake
    public static String whole(String good, String text) {
        int end = good.length();
        if (!text.startsWith(good)
                || end == text.length()
                || ":<>=".indexOf(text.charAt(end)) < 0) {
            return good;
        }
        int start = end;
        while (start > 0 && Lexer.isLetter(good.charAt(start - 1))) {
            start--;
        }
        return start == end ? good : withoutJoining(good.substring(0, start));
    }

    private static String withoutJoining(String terms) {
        String rest = terms.strip();
        for (String word : JOINING) {
            boolean ends =
                    rest.equals(word)
                            || rest.endsWith(word)
                                    && !Lexer.isLetter(
                                            rest.charAt(rest.length() - word.length() - 1));
            if (ends) {
                return withoutJoining(rest.substring(0, rest.length() - word.length()));
            }
        }
        return rest;
    }
}
