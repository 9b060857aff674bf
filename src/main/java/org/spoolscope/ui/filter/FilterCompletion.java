package org.spoolscope.ui.filter;

import java.util.List;
import java.util.Locale;
import org.spoolscope.postfix.filter.Completion;

/// Offers the keys of the filter language while one is typed.
final class FilterCompletion {
    private FilterCompletion() {}

    /// The keys that begin like the word before the caret; none inside a value or in quotes.
    static List<Completion> at(List<Completion> keys, String text, int caret) {
        String word = text.substring(start(text, caret), caret).toLowerCase(Locale.ROOT);
        if (word.isEmpty() || quoted(text, caret)) {
            return List.of();
        }
        return keys.stream().filter(key -> key.key().startsWith(word)).toList();
    }

    /// Where the word before the caret begins.
    static int start(String text, int caret) {
        int start = caret;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean begins = start == 0 || " (-".indexOf(text.charAt(start - 1)) >= 0;
        return begins ? start : caret;
    }

    private static boolean quoted(String text, int caret) {
        return text.substring(0, caret).chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
