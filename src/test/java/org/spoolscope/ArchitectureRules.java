package org.spoolscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// The architecture as rules; `ArchitectureTest` holds the code to them, and proves each on a
/// planted violation (`org.spoolscope.planted`). `ROOT` differs between the two.
final class ArchitectureRules {
    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    /// A layer may use what stands after it; those on one line know nothing of each other.
    private static final List<Set<String>> LAYERS =
            List.of(
                    Set.of("app"),
                    Set.of("ui", "cli", "demo"),
                    Set.of("monitor"),
                    Set.of("postfix", "host", "dns", "ssh", "store"),
                    Set.of("model"));

    List<ArchRule> layers() {
        List<ArchRule> rules = new java.util.ArrayList<>();
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            for (String part : LAYERS.get(layer)) {
                for (int other = 0; other <= layer; other++) {
                    for (String above : LAYERS.get(other)) {
                        if (!above.equals(part)) {
                            rules.add(
                                    noClasses()
                                            .that()
                                            .resideInAPackage(in(part))
                                            .should()
                                            .dependOnClassesThat()
                                            .resideInAPackage(in(above))
                                            .as(part + " does not import " + above)
                                            .allowEmptyShould(true));
                        }
                    }
                }
            }
        }
        return rules;
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule modelUsesTheJdkOnly() {
        return noClasses()
                .that()
                .resideInAPackage(in("model"))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", in("model"))
                .allowEmptyShould(true);
    }

    ArchRule javaFxAtTheTop() {
        return owned("javafx..", "ui", "app");
    }

    /// Each library in its one owner package; `app` wires and may see what it must hand on.
    List<ArchRule> librariesHaveOneOwner() {
        return List.of(
                owned("org.apache.sshd..", "ssh"),
                owned("org.bouncycastle..", "ssh"),
                owned("org.tomlj..", "store"),
                owned("java.sql..", "store.history"),
                owned("org.sqlite..", "store.history"),
                owned("org.HdrHistogram..", "postfix.figures"),
                owned("org.apache.commons.compress..", "store"),
                owned("org.tukaani.xz..", "store"),
                owned("com.github.luben.zstd..", "store"),
                owned("picocli..", "cli"),
                owned("org.jfree..", "ui.chart"),
                owned("java.awt..", "ui.chart"),
                owned("atlantafx..", "ui"),
                owned("org.controlsfx..", "ui"),
                owned("tools.jackson..", "postfix", "store", "cli", "demo"),
                owned("org.apache.james..", "dns.deliverability"),
                owned("org.xbill..", "dns"));
    }

    ArchRule viewModelsKnowNoWindow() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "javafx.scene..", "javafx.stage..", "javafx.application..")
                                .as("windows and nodes"))
                .allowEmptyShould(true);
    }

    ArchRule threadsAreMadeInFewPlaces() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("monitor"), in("ssh"), in("app"))
                .should()
                .callMethodWhere(
                        target(
                                "a thread is made",
                                call ->
                                        (call.getOwner().isEquivalentTo(Thread.class)
                                                        && Set.of(
                                                                        "ofVirtual",
                                                                        "ofPlatform",
                                                                        "startVirtualThread")
                                                                .contains(call.getName()))
                                                || call.getOwner()
                                                        .isEquivalentTo(
                                                                java.util.concurrent.Executors
                                                                        .class)))
                .orShould()
                .callConstructorWhere(
                        target("new Thread", call -> call.getOwner().isAssignableTo(Thread.class)))
                .allowEmptyShould(true);
    }

    ArchRule onlyTheCommandLinePrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true);
    }

    ArchRule onlyTheSleeperSleeps() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("Sleeper")
                .should()
                .callMethodWhere(
                        target(
                                "Thread.sleep",
                                call ->
                                        call.getOwner().isEquivalentTo(Thread.class)
                                                && call.getName().equals("sleep")))
                .allowEmptyShould(true);
    }

    ArchRule noMutableStatics() {
        return fields().that().areStatic().should().beFinal().allowEmptyShould(true);
    }

    ArchRule noSingletons() {
        return methods()
                .that()
                .areStatic()
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED)
                .andShould(
                        new com.tngtech.archunit.lang.ArchCondition<>("not be called getInstance") {
                            @Override
                            public void check(
                                    com.tngtech.archunit.core.domain.JavaMethod method,
                                    com.tngtech.archunit.lang.ConditionEvents events) {
                                if (method.getName().equals("getInstance")) {
                                    events.add(
                                            com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                                    method, method.getFullName()));
                                }
                            }
                        })
                .allowEmptyShould(true);
    }

    ArchRule noHostKeyIsTakenOnTrust() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        describe(
                                "accept-all host key verifiers",
                                (JavaClass type) ->
                                        type.getSimpleName()
                                                .startsWith("AcceptAllServerKeyVerifier")))
                .allowEmptyShould(true);
    }

    /// Only `ui.control` puts text on the screen, and it takes `DisplayText` alone.
    ArchRule onlyControlsShowText() {
        Set<String> setters =
                Set.of(
                        "setText",
                        "setPromptText",
                        "setAccessibleText",
                        "setAccessibleHelp",
                        "setTitle",
                        "setHeaderText");
        return noClasses()
                .that(resideInAPackage(in("ui")))
                .and()
                .resideOutsideOfPackage(in("ui.control"))
                .should()
                .callMethodWhere(
                        target(
                                "text is set on a node",
                                call ->
                                        setters.contains(call.getName())
                                                && call.getOwner()
                                                        .getPackageName()
                                                        .startsWith("javafx.")))
                .orShould()
                .callConstructorWhere(
                        target(
                                "a node is made with text",
                                call ->
                                        call.getOwner().getPackageName().startsWith("javafx.scene")
                                                && !call.getOwner()
                                                        .getPackageName()
                                                        .startsWith("javafx.scene.input")
                                                && !call.getOwner()
                                                        .getPackageName()
                                                        .startsWith("javafx.scene.image")
                                                && call.getTarget().getRawParameterTypes().stream()
                                                        .anyMatch(type ->
                                                                type.isEquivalentTo(String.class))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(javafx.scene.input.Clipboard.class)
                .allowEmptyShould(true);
    }

    private ArchRule owned(String library, String... owners) {
        String[] packages = java.util.Arrays.stream(owners).map(this::in).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(library + " is used in " + String.join(", ", owners) + " only")
                .allowEmptyShould(true);
    }

    private String in(String part) {
        return root + "." + part + "..";
    }

    private static <T extends JavaCall<?>> DescribedPredicate<T> target(
            String description, java.util.function.Predicate<Called> test) {
        return describe(description, call -> test.test(new Called(call)));
    }

    /// What a call aims at.
    private record Called(JavaCall<?> call) {
        JavaClass getOwner() {
            return call.getTargetOwner();
        }

        String getName() {
            return call.getName();
        }

        AccessTarget.CodeUnitCallTarget getTarget() {
            return call.getTarget();
        }
    }
}
