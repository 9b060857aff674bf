package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseRule;

/// Puts reasons into classes by rules, of which the first that fits decides. The same reason gets
/// the same class, be it from the log or from a listing of the queue: nothing but its own text
/// counts.
///
/// Immutable. Asking takes some microseconds: it is meant to be asked once per normalised text.
public final class CauseRules {
    private static final Verdict OTHER = new Verdict(CauseClass.OTHER, "");

    /// What a reason comes down to.
    ///
    /// @param list the blocklist that it names, or empty
    public record Verdict(CauseClass kind, String list) {}

    private final TextIndex texts = new TextIndex();
    private final List<CompiledRule> rules;

    /// @param rules in the order in which they are asked
    public CauseRules(List<CauseRule> rules) {
        this.rules = rules.stream().map(rule -> CompiledRule.of(rule, texts)).toList();
    }

    /// What the reason comes down to that `reason` has normalised last.
    public Verdict verdict(ReasonNormaliser reason) {
        byte[] text = new byte[reason.length()];
        for (int i = 0; i < text.length; i++) {
            text[i] = Ascii.lower(reason.bytes()[i]);
        }
        ReasonFacts facts = reason.facts();
        byte[] host = facts.host().getBytes(StandardCharsets.UTF_8);
        String status = facts.status();
        BitSet found = texts.in(text, text.length);
        for (CompiledRule rule : rules) {
            if (rule.holds(found, facts.code(), status, host)) {
                return new Verdict(rule.rule().kind(), rule.rule().list());
            }
        }
        return OTHER;
    }

    /// Whether a rule looks at the host that answered. Where none does, reasons that read the same
    /// when normalised come down to the same.
    boolean nameHostOf(ReasonNormaliser reason) {
        byte[] host = reason.facts().host().getBytes(StandardCharsets.UTF_8);
        for (CompiledRule rule : rules) {
            if (rule.isBelowAny(host)) {
                return true;
            }
        }
        return false;
    }

    /// What a reason comes down to, as it stands on file or in the log.
    public Verdict verdict(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        ReasonNormaliser normaliser = ReasonNormaliser.once(bytes.length);
        normaliser.normalise(bytes, 0, bytes.length);
        return verdict(normaliser);
    }
}
