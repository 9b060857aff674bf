package org.spoolscope.dns.blocklist;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Verdict;

/// Whether a list can be believed, by its control probes (RFC 5782, sections 5 and 7). Threading:
/// immutable.
///
/// @param verdict CLEAN when it can; otherwise what becomes of every answer of it
/// @param codes of the probe that was decisive
/// @param meaning for people; empty when it can be believed
record Health(Verdict verdict, List<String> codes, String meaning) {
    /// What the probes brought.
    ///
    /// @param tests of the entries of which one at least must be listed
    /// @param never of what must not be listed
    /// @param random of what is not listed in all likelihood
    /// @param exists whether the zone does
    record Probes(List<Answer> tests, Answer never, Answer random, boolean exists) {
        private Stream<Answer> all() {
            return Stream.concat(tests.stream(), Stream.of(never, random));
        }

        private Optional<Answer> any(Verdict verdict) {
            return all().filter(answer -> answer.verdict() == verdict).findFirst();
        }
    }

    static Health of(Probes probes, Blocklist list) {
        Optional<Answer> refused = probes.any(Verdict.REFUSED);
        if (refused.isPresent()) {
            return as(refused.get());
        }
        Optional<Answer> rewritten = probes.any(Verdict.REWRITTEN);
        if (rewritten.isPresent()) {
            return as(rewritten.get());
        }
        if (probes.random().isEntry()) {
            return new Health(
                    Verdict.WILDCARD, probes.random().codes(), words("blocklist.wildcard"));
        }
        boolean passed = probes.tests().stream().anyMatch(Answer::isEntry);
        if (!passed && !probes.exists()) {
            return new Health(Verdict.DEAD, List.of(), words("blocklist.dead"));
        }
        Stream<Answer> needed = passed ? Stream.of(probes.never(), probes.random()) : probes.all();
        Optional<Answer> unknown =
                needed.filter(answer -> !answer.verdict().isAnswer()).findFirst();
        if (unknown.isPresent()) {
            return as(unknown.get());
        }
        if (probes.never().isEntry()) {
            return unverified("blocklist.unverified.never");
        }
        if (passed) {
            return new Health(Verdict.CLEAN, List.of(), "");
        }
        return unverified(
                list.test().isEmpty() ? "blocklist.unverified.no-test" : "blocklist.unverified");
    }

    boolean isGood() {
        return verdict == Verdict.CLEAN;
    }

    /// Whether a question is still worth it: its answer is told, though not believed.
    boolean isWorthAsking() {
        return isGood() || verdict == Verdict.UNVERIFIED;
    }

    /// How long it holds: a passing fault is looked at again soon.
    Duration lasts() {
        return switch (verdict) {
            case CLEAN -> Duration.ofHours(6);
            case REFUSED, REWRITTEN -> Duration.ofMinutes(15);
            case TIMEOUT, ERROR -> Duration.ofMinutes(5);
            case LISTED, POLICY, WILDCARD, DEAD, UNVERIFIED -> Duration.ofHours(1);
        };
    }

    private static Health as(Answer answer) {
        return new Health(answer.verdict(), answer.codes(), answer.meaning());
    }

    private static Health unverified(String key) {
        return new Health(Verdict.UNVERIFIED, List.of(), words(key));
    }

    private static String words(String key) {
        return Words.get(key).toString();
    }
}
