package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseRule;

/// Puts reasons into classes by rules, of which the first that fits decides. The same reason gets
/// the same class, be it from the log or from a listing of the queue: nothing but its own text
/// counts.
///
/// May be asked by any thread. Asking the rules takes some microseconds; what they said is
/// remembered by the words they look at, which come again from many hosts.
public final class CauseRules {
    private static final Verdict OTHER = new Verdict(CauseClass.OTHER, "");

    /// What a reason comes down to.
    ///
    /// @param list the blocklist that it names, or empty
    public record Verdict(CauseClass kind, String list) {}

    /// All that rules look at.
    ///
    /// @param rules those that are for the host that answered, among others
    private record Asked(int code, String status, String words, BitSet rules) {}

    /// As many texts are remembered at most.
    private static final int MOST = 4096;

    private final Map<Asked, Verdict> known = new ConcurrentHashMap<>();
    private final TextIndex texts = new TextIndex();
    private final List<CompiledRule> rules;

    /// @param rules in the order in which they are asked
    public CauseRules(List<CauseRule> rules) {
        this.rules = rules.stream().map(rule -> CompiledRule.of(rule, texts)).toList();
    }

    /// What the reason comes down to that `reason` has normalised last.
    public Verdict verdict(ReasonNormaliser reason) {
        ReasonFacts facts = reason.facts();
        byte[] words = reason.words();
        byte[] host = facts.host().getBytes(StandardCharsets.UTF_8);
        Asked asked =
                new Asked(
                        facts.code(),
                        facts.status(),
                        new String(words, StandardCharsets.ISO_8859_1),
                        rulesFor(host));
        Verdict verdict = known.get(asked);
        if (verdict == null) {
            verdict = ask(words, facts.code(), facts.status(), host);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(asked, verdict);
        }
        return verdict;
    }

    private Verdict ask(byte[] words, int code, String status, byte[] host) {
        BitSet found = texts.in(words);
        for (CompiledRule rule : rules) {
            if (rule.holds(found, code, status, host)) {
                return new Verdict(rule.rule().kind(), rule.rule().list());
            }
        }
        return OTHER;
    }

    /// Which rules are for the host that answered, among others.
    private BitSet rulesFor(byte[] host) {
        BitSet those = new BitSet();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).isBelowAny(host)) {
                those.set(i);
            }
        }
        return those;
    }

    /// What a reason comes down to, as it stands on file or in the log.
    public Verdict verdict(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        ReasonNormaliser normaliser = ReasonNormaliser.once(bytes.length);
        normaliser.normalise(bytes, 0, bytes.length);
        return verdict(normaliser);
    }
}
