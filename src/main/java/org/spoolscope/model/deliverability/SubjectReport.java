package org.spoolscope.model.deliverability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that was found out about one subject.
///
/// @param findings at least one, the worst first
public record SubjectReport(String subject, List<Finding> findings) {
    public SubjectReport {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("nothing was found out about " + subject);
        }
    }

    /// The findings by subject: the worst subject first, equal ones in the order they came.
    public static List<SubjectReport> of(Collection<Finding> findings) {
        Map<String, List<Finding>> bySubject = new LinkedHashMap<>();
        for (Finding finding : findings) {
            bySubject.computeIfAbsent(finding.subject(), _ -> new ArrayList<>()).add(finding);
        }
        return bySubject.entrySet().stream()
                .map(entry ->
                        new SubjectReport(
                                entry.getKey(),
                                entry.getValue().stream().sorted(Finding.WORST_FIRST).toList()))
                .sorted(Comparator.comparing(SubjectReport::worst))
                .toList();
    }

    /// How bad the worst finding is.
    public Severity worst() {
        return findings.getFirst().severity();
    }
}
