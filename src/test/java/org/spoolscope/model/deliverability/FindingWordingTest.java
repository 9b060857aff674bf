package org.spoolscope.model.deliverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.Sentence;

/// Each outcome has its sentence, and what is not good says what to do.
final class FindingWordingTest {
    @ParameterizedTest
    @EnumSource(Outcome.class)
    void saysWhatIsSoAndWhatToDo(Outcome outcome) {
        Sentence sentence = FindingWording.of(finding(outcome, "one", "two"));

        assertThat(sentence.headline().toString()).endsWith(".").doesNotContain("{");
        assertThat(sentence.advice().toString()).doesNotContain("{");
        assertThat(sentence.advice().isEmpty()).isEqualTo(outcome.severity() == Severity.GOOD);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void namesTheChecks(Check check) {
        assertThat(FindingWording.name(check).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void namesTheSeverities(Severity severity) {
        assertThat(FindingWording.name(severity).isEmpty()).isFalse();
    }

    @Test
    void makesWhatTheDnsSaidHarmless() {
        Sentence sentence = FindingWording.of(finding(Outcome.PTR_CONFIRMED, "a\u202eb\u001b[31m"));

        assertThat(sentence.headline().toString()).contains("a⟨U+202E⟩b⟨U+001B⟩[31m");
    }

    @Test
    void putsTheWorstSubjectFirst() {
        List<SubjectReport> reports =
                SubjectReport.of(
                        List.of(
                                new Finding(
                                        "a",
                                        Outcome.PTR_CONFIRMED,
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                new Finding("b", Outcome.SPF_NONE, List.of(), List.of(), List.of()),
                                new Finding(
                                        "c", Outcome.MX_UNKNOWN, List.of(), List.of(), List.of()),
                                new Finding(
                                        "b", Outcome.MX_NULL, List.of(), List.of(), List.of())));

        assertThat(reports).extracting(SubjectReport::subject).containsExactly("b", "c", "a");
        assertThat(reports.getFirst().findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.MX_NULL, Outcome.SPF_NONE);
        assertThat(reports.getFirst().worst()).isEqualTo(Severity.BAD);
    }

    private static Finding finding(Outcome outcome, String... arguments) {
        return new Finding("subject", outcome, List.of(arguments), List.of(), List.of());
    }
}
