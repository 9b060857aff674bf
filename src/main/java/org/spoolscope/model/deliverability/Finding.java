package org.spoolscope.model.deliverability;

import java.util.Comparator;
import java.util.List;

/// One thing that is so, with its proof. In words it is [FindingWording#of].
///
/// @param subject what it is about: an address, a name, a domain, or a selector's full name
/// @param arguments what its sentence is filled with; some come from the DNS as they were decoded
/// @param evidence the records that were read, one a line, as they were decoded and bounded
/// @param fix lines to copy, a record of a zone file (RFC 1035) or a command; printable ASCII;
///   empty where there is none
public record Finding(
        String subject,
        Outcome outcome,
        List<String> arguments,
        List<String> evidence,
        List<String> fix) {
    /// The worst first; those that are equally bad in the order of the checks.
    public static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::check);

    public Finding {
        arguments = List.copyOf(arguments);
        evidence = List.copyOf(evidence);
        fix = List.copyOf(fix);
    }

    public Check check() {
        return outcome.check();
    }

    public Severity severity() {
        return outcome.severity();
    }
}
