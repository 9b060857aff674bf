package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs `bin/spoolscope` with made-up Javas that print how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("installer/dist/bin/spoolscope");

    @TempDir Path folder;
    private Path script = SCRIPT;

    private record Run(int status, List<String> out, String err) {}

    @BeforeEach
    void install() throws IOException {
        script = folder.resolve("a place with spaces/spoolscope/bin/spoolscope");
        Files.createDirectories(folder.resolve("a place with spaces/spoolscope/bin"));
        Files.copy(SCRIPT, script);
        executable(script);
    }

    @Test
    void takesJavaHomeFirst() throws Exception {
        java("jdk25", "25.0.3");
        java("usr/lib/jvm/jdk26", "26");

        Run run = run(Map.of("JAVA_HOME", folder.resolve("jdk25").toString()), "watch", "a b");

        String home = folder.toRealPath().resolve("a place with spaces/spoolscope").toString();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith(folder.resolve("jdk25/bin/java").toString())
                .containsSubsequence(
                        "@" + home + "/lib/jvm.options",
                        "--module-path",
                        home + "/lib/javafx",
                        "-cp",
                        home + "/lib/*",
                        "org.spoolscope.app.Main",
                        "watch",
                        "a b");
    }

    @ParameterizedTest
    @CsvSource({
        "events,files",
        "summary,files",
        "hold,commands",
        "undo,commands",
        "generate,commands"
    })
    void whatIsOverInSecondsStartsWithoutJavaFx(String command, String options) throws Exception {
        java("jdk25", "25.0.3");

        Run run = run(Map.of("JAVA_HOME", folder.resolve("jdk25").toString()), command, "a b");

        String home = folder.toRealPath().resolve("a place with spaces/spoolscope").toString();
        assertThat(run.out())
                .startsWith(folder.resolve("jdk25/bin/java").toString())
                .containsSubsequence(
                        "@" + home + "/lib/" + options + ".options",
                        "-cp",
                        home + "/lib/*",
                        "org.spoolscope.app.Main",
                        command,
                        "a b")
                .doesNotContain("--module-path");
    }

    /// A package has a Java of its own, an order of the class path, and a cache for the window.
    @Test
    void aPackageTakesWhatItBrings() throws Exception {
        java("a place with spaces/spoolscope/runtime", "25.0.3");
        java("jdk26", "26");
        Path lib = folder.resolve("a place with spaces/spoolscope/lib");
        Files.createDirectories(lib);
        Files.writeString(lib.resolve("classpath"), "b.jar\na.jar\n");
        Map<String, String> environment = Map.of("JAVA_HOME", folder.resolve("jdk26").toString());

        Run window = run(environment);
        Run command = run(environment, "hold", "a b");

        String home = folder.toRealPath().resolve("a place with spaces/spoolscope").toString();
        assertThat(window.out())
                .startsWith(
                        home + "/runtime/bin/java",
                        "@" + home + "/lib/jvm.options",
                        "-XX:AOTCache=" + home + "/lib/spoolscope.aot")
                .containsSubsequence(
                        "-Dorg.sqlite.lib.path=" + home + "/lib/native",
                        "-cp",
                        home + "/lib/b.jar:" + home + "/lib/a.jar",
                        "org.spoolscope.app.Main")
                .doesNotContain("--module-path");
        assertThat(command.out())
                .startsWith(
                        home + "/runtime/bin/java",
                        "@" + home + "/lib/commands.options",
                        "-XX:AOTCache=" + home + "/lib/commands.aot")
                .endsWith("org.spoolscope.app.Main", "hold", "a b", "LC_ALL=C.UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void aPackageKnowsItsVersionWithoutJava(String option) throws Exception {
        Path lib = folder.resolve("a place with spaces/spoolscope/lib");
        Files.createDirectories(lib);
        Files.writeString(lib.resolve("version"), "spoolscope 1.2, Java 25\n");

        assertThat(run(Map.of(), option).out()).containsExactly("spoolscope 1.2, Java 25");
        assertThat(run(Map.of(), "queue", option).status()).isEqualTo(2);
    }

    @Test
    void takesTheJavaOfThePath() throws Exception {
        java("opt/jdk25", "25");
        java("usr/lib/jvm/jdk26", "26");

        assertThat(runWithPath("opt/jdk25/bin").out().getFirst())
                .isEqualTo(folder.resolve("opt/jdk25/bin/java").toString());
    }

    @Test
    void followsTheLinkOnThePathToItsHome() throws Exception {
        java("hidden/jdk25", "25");
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/java"), Path.of("../hidden/jdk25/bin/java"));

        assertThat(runWithPath("bin").out().getFirst()).endsWith("hidden/jdk25/bin/java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/temurin-25-jdk-amd64",
                "usr/java/jdk-25",
                "opt/jdk-25.0.3",
                "home/.sdkman/candidates/java/25-tem",
                "home/.jdks/temurin 25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
            })
    void looksInTheUsualPlaces(String place) throws Exception {
        java("usr/lib/jvm/java-17-openjdk-amd64", "17.0.15");
        java(place, "25.0.3");

        Run run =
                run(
                        Map.of(
                                "JAVA_HOME",
                                folder.resolve("usr/lib/jvm/java-17-openjdk-amd64").toString()));

        assertThat(run.err()).isEmpty();
        assertThat(run.out().getFirst()).isEqualTo(folder.resolve(place) + "/bin/java");
    }

    @Test
    void saysWhichJavaToInstallWhenThereIsOnlyAnOldOne() throws Exception {
        java("usr/lib/jvm/java-17-openjdk-amd64", "17.0.15");

        Run run = run(Map.of());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(
                        "Spoolscope needs Java 25 or later, and found Java 17 in "
                                + folder.resolve("usr/lib/jvm/java-17-openjdk-amd64")
                                + ".\n")
                .contains("Install one", "25", "or set JAVA_HOME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "24.0.1", "9", "twenty-five"})
    void passesOverWhatIsTooOld(String version) throws Exception {
        java("usr/lib/jvm/old", version);

        assertThat(run(Map.of()).status()).isEqualTo(2);
    }

    @Test
    void saysWhenThereIsNoJavaAtAll() throws Exception {
        assertThat(run(Map.of()).err()).contains("found no Java at all");
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        java("usr/lib/jvm/jdk25", "25");
        Files.createDirectories(folder.resolve("usr/bin"));
        Path link = folder.resolve("usr/bin/spoolscope");
        Files.createSymbolicLink(
                link, Path.of("../../a place with spaces/spoolscope/bin/spoolscope"));
        script = link;

        assertThat(run(Map.of()).out())
                .contains(folder.toRealPath().resolve("a place with spaces/spoolscope") + "/lib/*");
    }

    @Test
    void handsOnTheExitStatus() throws Exception {
        java("usr/lib/jvm/jdk25", "25");

        assertThat(run(Map.of("EXIT", "4")).status()).isEqualTo(4);
    }

    @Test
    void keepsLettersOfAllKindsInAPlainLocale() throws Exception {
        java("usr/lib/jvm/jdk25", "25");

        assertThat(run(Map.of("LC_ALL", "C")).out().getLast()).isEqualTo("LC_ALL=C.UTF-8");
        assertThat(run(Map.of("LC_ALL", "nb_NO.UTF-8")).out().getLast())
                .isEqualTo("LC_ALL=nb_NO.UTF-8");
    }

    /// A folder that looks like a Java's home; its java prints itself and its arguments.
    private void java(String home, String version) throws IOException {
        Path java = folder.resolve(home).resolve("bin/java");
        Files.createDirectories(folder.resolve(home).resolve("bin"));
        Files.writeString(
                java,
                """
                #!/bin/sh
                printf '%s\\n' "$0" "$@" "LC_ALL=$LC_ALL"
                exit ${EXIT:-0}
                """);
        executable(java);
        Files.writeString(
                folder.resolve(home).resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run runWithPath(String first) throws Exception {
        return run(Map.of("PATH", folder.resolve(first) + ":" + tools()));
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", tools().toString(),
                                "HOME", folder.resolve("home").toString(),
                                "SPOOLSCOPE_JAVA_ROOT", folder.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(
                process.exitValue(),
                Files.readAllLines(folder.resolve("out")),
                Files.readString(folder.resolve("err")));
    }

    /// The commands that the script uses, and no java.
    private Path tools() throws IOException {
        Path tools = folder.resolve("tools");
        Files.createDirectories(tools);
        for (String name : List.of("sh", "readlink", "sed", "uname")) {
            Path link = tools.resolve(name);
            if (Files.notExists(link)) {
                Path real = Path.of("/bin", name);
                Files.createSymbolicLink(
                        link, Files.exists(real) ? real : Path.of("/usr/bin", name));
            }
        }
        return tools;
    }
}
