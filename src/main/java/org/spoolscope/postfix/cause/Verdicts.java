package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.spoolscope.postfix.cause.CauseRules.Verdict;

/// What rules say of reasons, remembered by their normalised text: a few texts come again from many
/// hosts. Bounded. Belongs to one thread.
public final class Verdicts {
    private static final int MOST = 1024;

    private final CauseRules rules;
    private final Map<String, Verdict> known = new HashMap<>();

    public Verdicts(CauseRules rules) {
        this.rules = rules;
    }

    /// What the reason comes down to that `reason` has normalised last.
    public Verdict of(ReasonNormaliser reason) {
        if (rules.nameHostOf(reason)) {
            return rules.verdict(reason);
        }
        String text = new String(reason.bytes(), 0, reason.length(), StandardCharsets.ISO_8859_1);
        Verdict verdict = known.get(text);
        if (verdict == null) {
            verdict = rules.verdict(reason);
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(text, verdict);
        }
        return verdict;
    }
}
