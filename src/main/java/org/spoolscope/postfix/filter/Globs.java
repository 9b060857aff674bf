package org.spoolscope.postfix.filter;

import java.util.List;
import java.util.stream.Collectors;
import org.spoolscope.postfix.Judgement;

/// How the values of keys become patterns, the same in every vocabulary.
final class Globs {
    private static final int MOST_NAMED = 6;

    private Globs() {}

    static boolean hasWildcards(String pattern) {
        return pattern.indexOf(Glob.ANY_TEXT) >= 0 || pattern.indexOf(Glob.ANY_ONE) >= 0;
    }

    /// `from:<>` and `from:""`.
    static boolean isNullSender(String pattern) {
        return pattern.equals("<>") || pattern.isEmpty();
    }

    static Glob of(Key.Kind kind, String pattern) {
        boolean whole =
                switch (kind) {
                    case WHOLE -> true;
                    case PART -> hasWildcards(pattern);
                    case TEXT, MEASURE -> false;
                };
        return new Glob(pattern, whole);
    }

    /// The name of a provider, all of it.
    ///
    /// @throws FilterSyntaxException when there is none of that name
    static Glob provider(Token value, Judgement judgement) throws FilterSyntaxException {
        Glob glob = new Glob(value.text(), true);
        List<String> names = judgement.providers().names();
        if (names.stream().noneMatch(glob::matches)) {
            throw new FilterSyntaxException(
                    value.column(),
                    "provider-unknown",
                    value.text(),
                    names.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
        }
        return glob;
    }

    static FilterSyntaxException keyUnknown(Token name, List<Completion> known) {
        return new FilterSyntaxException(
                name.column(),
                "key-unknown",
                name.text(),
                known.stream().map(Completion::key).collect(Collectors.joining(", ")),
                name.text() + name.sign());
    }
}
