package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.deliverability.Check;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.FindingWording;
import org.spoolscope.model.deliverability.Severity;
import org.spoolscope.model.deliverability.SubjectReport;
import org.spoolscope.monitor.lookup.SendingAddress;
import org.spoolscope.monitor.lookup.SendingAddresses;

/// A paragraph for each subject, the worst first: what is so, what to do, what was read, and what
/// to copy. What is good takes a line.
final class CheckRows implements CheckReport {
    private static final int EVIDENCE_LENGTH = 160;
    private static final int SEVERITY_WIDTH = width(Severity.values());
    private static final int CHECK_WIDTH = width(Check.values());
    private static final String INDENT = " ".repeat(2 + SEVERITY_WIDTH + 2 + CHECK_WIDTH + 2);

    private final Terminal terminal;
    private final Catalogue catalogue;

    CheckRows(Terminal terminal, Catalogue catalogue) {
        this.terminal = terminal;
        this.catalogue = catalogue;
    }

    @Override
    public void begin(String resolver, SendingAddresses sending) {
        terminal.print(Words.get("cli.check.resolver", resolver));
        for (SendingAddress one : sending.seen()) {
            terminal.print(Words.get("cli.check.sends", one.address(), one.evidence()));
        }
        for (SendingAddress one : sending.translated()) {
            terminal.print(Words.get("sending.translated", one.address()));
        }
    }

    @Override
    public void end(List<Finding> findings, List<ListCheck> lists) {
        terminal.print(DisplayText.EMPTY);
        new ListCheckReport(terminal, catalogue).print(lists);
        for (SubjectReport subject : SubjectReport.of(findings)) {
            terminal.print(DisplayText.EMPTY);
            terminal.print(List.of(new Painted(DisplayText.of(subject.subject()), Tint.HEADING)));
            subject.findings().forEach(this::print);
        }
        terminal.print(DisplayText.EMPTY);
        terminal.print(summary(findings));
    }

    private void print(Finding finding) {
        Sentence sentence = FindingWording.of(finding);
        terminal.print(
                List.of(
                        Painted.plain(DisplayText.of("  ")),
                        new Painted(
                                padded(FindingWording.name(finding.severity()), SEVERITY_WIDTH),
                                tint(finding.severity())),
                        Painted.plain(padded(FindingWording.name(finding.check()), CHECK_WIDTH)),
                        Painted.plain(sentence.headline())));
        if (finding.severity() == Severity.GOOD) {
            return;
        }
        if (!sentence.advice().isEmpty()) {
            terminal.print(indented(sentence.advice()));
        }
        for (String line : finding.evidence()) {
            terminal.print(
                    List.of(
                            new Painted(
                                    indented(DisplayText.of(line).clip(EVIDENCE_LENGTH)),
                                    Tint.FAINT)));
        }
        if (!finding.fix().isEmpty()) {
            terminal.print(indented(Words.get("cli.check.fix")));
            finding.fix().forEach(line -> terminal.print(indented(DisplayText.of("  " + line))));
        }
    }

    private static DisplayText summary(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(one -> one.severity() == severity).count();
            if (count > 0) {
                counts.add(FindingWording.counted(count, severity).toString());
            }
        }
        return DisplayText.of(String.join(", ", counts));
    }

    private static Tint tint(Severity severity) {
        return switch (severity) {
            case BAD -> Tint.BAD;
            case WARNING, UNKNOWN -> Tint.WARN;
            case NOTE -> Tint.FAINT;
            case GOOD -> Tint.GOOD;
        };
    }

    private static DisplayText indented(DisplayText text) {
        return DisplayText.of(INDENT + text);
    }

    private static DisplayText padded(DisplayText text, int width) {
        return DisplayText.of(text + " ".repeat(width + 2 - text.toString().length()));
    }

    private static int width(Severity... severities) {
        return widest(Arrays.stream(severities).map(FindingWording::name).toList());
    }

    private static int width(Check... checks) {
        return widest(Arrays.stream(checks).map(FindingWording::name).toList());
    }

    private static int widest(List<DisplayText> names) {
        return names.stream()
                .map(name -> name.toString().length())
                .max(Comparator.naturalOrder())
                .orElse(0);
    }
}
