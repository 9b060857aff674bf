package org.spoolscope.postfix.filter;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.postfix.cause.CauseRules.Verdict;

/// The causes that the value of `cause:` means: `rate-limited`, `*limited`.
final class CauseTerm {
    private final boolean[] meant = new boolean[CauseClass.values().length];

    /// @throws FilterSyntaxException when it means none
    CauseTerm(Token value) throws FilterSyntaxException {
        Glob glob = new Glob(value.text(), true);
        boolean none = true;
        for (CauseClass kind : CauseClass.values()) {
            meant[kind.ordinal()] = glob.matches(kind.label());
            none &= !meant[kind.ordinal()];
        }
        if (none) {
            throw new FilterSyntaxException(
                    value.column(),
                    "cause-unknown",
                    value.text(),
                    Arrays.stream(CauseClass.values())
                            .map(CauseClass::label)
                            .collect(Collectors.joining(", ")));
        }
    }

    boolean holds(@Nullable Verdict verdict) {
        return verdict != null && meant[verdict.kind().ordinal()];
    }
}
