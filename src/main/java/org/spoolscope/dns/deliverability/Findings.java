package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// The findings about one subject, with the evidence that they share.
final class Findings {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_ARGUMENT = 240;

    private final String subject;
    private final List<String> evidence;
    private final List<Finding> found = new ArrayList<>();

    Findings(String subject, Lookup lookup) {
        this(subject, List.of(lookup));
    }

    Findings(String subject, Collection<Lookup> lookups) {
        this.subject = subject;
        this.evidence =
                lookups.stream()
                        .flatMap(lookup -> lookup.evidence().stream())
                        .distinct()
                        .limit(MOST_LINES)
                        .toList();
    }

    /// @param arguments of the sentence
    Findings add(Outcome outcome, Object... arguments) {
        return addWithFix(List.of(), outcome, arguments);
    }

    /// @param fix lines to copy
    Findings addWithFix(List<String> fix, Outcome outcome, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(clip(String.valueOf(argument)));
        }
        found.add(new Finding(subject, outcome, texts, evidence, fix));
        return this;
    }

    private static String clip(String text) {
        return text.length() <= LONGEST_ARGUMENT
                ? text
                : text.substring(0, LONGEST_ARGUMENT - 1) + "…";
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
