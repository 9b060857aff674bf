package org.spoolscope.ui;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds what is left of people's names in text that should have none.
public final class HiddenText {
    /// A code, dots, or somebody whom every domain has.
    private static final Pattern NOBODY =
            Pattern.compile("•[2-9b-z]{4}|•+|postmaster|abuse|mailer-daemon|double-bounce");

    /// What stands before an `@` that something stands before.
    private static final Pattern NAME =
            Pattern.compile("((?:\"(?:[^\"\\\\]|\\\\.)*\")|[^\\s<>()\\[\\],;:\"=]+)(?:@|%40)");

    private HiddenText() {}

    public static List<String> namesIn(String text) {
        return NAME.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(name -> !NOBODY.matcher(name).matches())
                .toList();
    }
}
