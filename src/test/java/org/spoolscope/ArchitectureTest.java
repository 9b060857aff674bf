package org.spoolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The code keeps the rules, and each rule catches the violation planted for it.
final class ArchitectureTest {
    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.spoolscope");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.spoolscope.planted");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("layers", ArchitectureRules::layers),
                one("no cycles", ArchitectureRules::noCycles),
                one("model uses the JDK only", ArchitectureRules::modelUsesTheJdkOnly),
                one("JavaFX at the top", ArchitectureRules::javaFxAtTheTop),
                rule("libraries have one owner", ArchitectureRules::librariesHaveOneOwner),
                one("view models know no window", ArchitectureRules::viewModelsKnowNoWindow),
                one("threads", ArchitectureRules::threadsAreMadeInFewPlaces),
                one("printing", ArchitectureRules::onlyTheCommandLinePrints),
                one("sleeping", ArchitectureRules::onlyTheSleeperSleeps),
                one("mutable statics", ArchitectureRules::noMutableStatics),
                one("singletons", ArchitectureRules::noSingletons),
                one("accept-all verifier", ArchitectureRules::noHostKeyIsTakenOnTrust),
                one("text on the screen", ArchitectureRules::onlyControlsShowText));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void codeKeeps(String name, Function<ArchitectureRules, List<ArchRule>> rules) {
        assertThat(violations(new ArchitectureRules("org.spoolscope"), rules, CODE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void catchesThePlanted(String name, Function<ArchitectureRules, List<ArchRule>> rules) {
        assertThat(violations(new ArchitectureRules("org.spoolscope.planted"), rules, PLANTED))
                .isNotEmpty();
    }

    /// Each library's rule is caught by its own line in the planted class.
    @Test
    void catchesEveryLibrary() {
        ArchitectureRules planted = new ArchitectureRules("org.spoolscope.planted");
        assertThat(planted.librariesHaveOneOwner())
                .allSatisfy(rule -> assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue());
    }

    private static List<String> violations(
            ArchitectureRules root,
            Function<ArchitectureRules, List<ArchRule>> rules,
            JavaClasses classes) {
        return rules.apply(root).stream()
                .flatMap(rule -> rule.evaluate(classes).getFailureReport().getDetails().stream())
                .toList();
    }

    private static Arguments one(String name, Function<ArchitectureRules, ArchRule> rule) {
        return rule(name, rules -> List.of(rule.apply(rules)));
    }

    private static Arguments rule(String name, Function<ArchitectureRules, List<ArchRule>> rules) {
        return Arguments.of(name, rules);
    }
}
