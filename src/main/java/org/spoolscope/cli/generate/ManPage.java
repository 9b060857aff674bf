package org.spoolscope.cli.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.filter.Completion;
import org.spoolscope.postfix.filter.Key;
import org.spoolscope.postfix.filter.LogKey;

/// The manual page `spoolscope(1)`.
public final class ManPage {
    private static final String INDENT = "  ";
    private static final int EXAMPLES = 9;

    /// In the configuration folder.
    private static final List<String> FILES =
            List.of(
                    "servers.toml",
                    "blocklists.toml",
                    "causes.toml",
                    "providers.toml",
                    "actions.jsonl",
                    "history.sqlite",
                    "window.properties");

    private static final List<String> VARIABLES =
            List.of(
                    "SPOOLSCOPE_CONFIG",
                    "XDG_CONFIG_HOME",
                    "NO_COLOR",
                    "TERM",
                    "JAVA_HOME",
                    "SPOOLSCOPE_JAVA_OPTS");

    private final Program program;
    private final Roff page;

    /// @param version of the program
    public ManPage(Program program, String version) {
        this.program = program;
        page =
                new Roff(
                        program.name().toUpperCase(Locale.ROOT),
                        "1",
                        program.name() + " " + version,
                        word("manual"));
    }

    /// The file, `man1/spoolscope.1`.
    public String text() {
        name();
        synopsis();
        page.section("DESCRIPTION").paragraph(word("description"));
        page.section("OPTIONS").paragraph(word("options"));
        program.flags().forEach(this::flag);
        page.section("COMMANDS").paragraph(word("commands"));
        program.commands().forEach(this::command);
        filters();
        page.section("EXIT STATUS");
        program.exits().forEach((status, meaning) -> page.term(Roff.bold(status), meaning));
        page.section("ENVIRONMENT");
        VARIABLES.forEach(variable -> page.term(Roff.bold(variable), word("variable." + variable)));
        files();
        examples();
        page.section("SEE ALSO")
                .synopsis(
                        Stream.of("postqueue", "postsuper", "postfix", "ssh")
                                .map(other -> Roff.bold(other) + "(1)")
                                .collect(Collectors.joining(", ")));
        return page.text();
    }

    /// Without fonts, as mandb wants it.
    private void name() {
        page.section("NAME")
                .line(Roff.escaped(program.name()) + " \\- " + Roff.escaped(word("name")));
    }

    private void synopsis() {
        String option = " [" + Roff.italic("OPTION") + "...]";
        page.section("SYNOPSIS")
                .synopsis(Roff.bold(program.name()) + option)
                .synopsis(
                        Roff.bold(program.name())
                                + " "
                                + Roff.italic("COMMAND")
                                + option
                                + " ["
                                + Roff.italic("ARGUMENT")
                                + "...]");
    }

    private void command(Subcommand command) {
        page.subsection(command.name())
                .synopsis(
                        Stream.of(
                                        Stream.of(Roff.bold(program.name() + " " + command.name())),
                                        inSynopsis(command.flags()),
                                        command.operands().stream()
                                                .map(operand -> Roff.italic(operand.syntax())))
                                .flatMap(words -> words)
                                .collect(Collectors.joining(" ")));
        page.paragraph(command.description());
        command.operands()
                .forEach(operand -> page.term(Roff.italic(operand.label()), operand.description()));
        command.flags().forEach(this::flag);
        notes(command.notes());
    }

    /// Those that can't be there together stand in one pair of brackets.
    private static Stream<String> inSynopsis(List<Flag> flags) {
        Set<String> done = new HashSet<>();
        return flags.stream()
                .filter(flag -> !done.contains(flag.names().getFirst()))
                .map(flag -> {
                    done.addAll(flag.others());
                    String either =
                            Stream.concat(Stream.of(flag), flag.others(flags))
                                    .map(one -> withValue(one.names().getFirst(), one))
                                    .collect(Collectors.joining(" | "));
                    return flag.required() ? either : "[" + either + "]";
                });
    }

    private void flag(Flag flag) {
        page.term(
                flag.names().stream()
                        .map(name -> withValue(name, flag))
                        .collect(Collectors.joining(", ")),
                flag.description());
    }

    private static String withValue(String name, Flag flag) {
        return Roff.bold(name)
                + flag.value().map(value -> " " + Roff.italic(value.syntax())).orElse("");
    }

    /// What is indented are lines of an example.
    private void notes(List<String> notes) {
        List<String> text = new ArrayList<>();
        List<String> example = new ArrayList<>();
        for (String note : notes) {
            if (!note.startsWith(INDENT) && !example.isEmpty() || note.isBlank()) {
                endNote(text, example);
            }
            if (note.startsWith(INDENT)) {
                endText(text);
                example.add(note.strip());
            } else if (!note.isBlank()) {
                text.add(note);
            }
        }
        endNote(text, example);
    }

    private void endNote(List<String> text, List<String> example) {
        endText(text);
        if (!example.isEmpty()) {
            page.example(example);
            example.clear();
        }
    }

    private void endText(List<String> text) {
        if (!text.isEmpty()) {
            page.paragraph(String.join(" ", text));
            text.clear();
        }
    }

    private void filters() {
        page.section("FILTERS").paragraph(word("filters"));
        keys(Key.completions());
        page.paragraph(word("filters.log"));
        keys(LogKey.completions());
    }

    private void keys(List<Completion> keys) {
        keys.forEach(key -> page.term(Roff.bold(key.insert()), key.about().toString()));
    }

    private void files() {
        page.section("FILES").paragraph(word("files"));
        FILES.forEach(file -> page.term(Roff.italic(file), word("file." + file)));
        page.paragraph(word("files.ssh"));
    }

    private void examples() {
        page.section("EXAMPLES");
        IntStream.rangeClosed(1, EXAMPLES)
                .forEach(i ->
                        page.paragraph(word("example." + i))
                                .example(List.of(word("example." + i + ".line"))));
    }

    private static String word(String key) {
        return Words.get("man." + key).toString();
    }
}
