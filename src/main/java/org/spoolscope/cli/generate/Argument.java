package org.spoolscope.cli.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;

/// What is typed by itself, or behind an option.
///
/// @param label its name in the help, such as `SERVER`
/// @param description in words for people; empty for an option's, which describes itself
/// @param required whether it must be there
/// @param many whether more of its kind may follow
record Argument(String label, String description, Wanted wanted, boolean required, boolean many) {
    /// An operand of a command.
    static Argument operand(ArgSpec spec) {
        return new Argument(
                spec.paramLabel(),
                HelpText.of(spec),
                wanted(spec),
                spec.arity().min() > 0 || spec.hideParamSyntax(),
                spec.arity().max() > 1);
    }

    /// An option's value.
    static Argument value(ArgSpec spec) {
        return new Argument(spec.paramLabel(), "", wanted(spec), true, spec.arity().max() > 1);
    }

    /// In short: `SERVER`, `[FILTER...]`.
    String syntax() {
        String repeated = many && !label.contains("...") ? label + "..." : label;
        return required ? repeated : "[" + repeated + "]";
    }

    /// Known choices first; else the type, else what the label promises to the reader of the help.
    private static Wanted wanted(ArgSpec spec) {
        if (spec.completionCandidates() != null) {
            List<String> words = new ArrayList<>();
            // Those of an enumeration may be its constants; commands take them in any case.
            spec.completionCandidates().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
            return new Wanted.OneOf(List.copyOf(words));
        }
        String label = spec.paramLabel();
        if (label.startsWith("DIR")) {
            return Wanted.Kind.FOLDER;
        }
        if (label.startsWith("FILE") || spec.type() == Path.class) {
            return Wanted.Kind.FILE;
        }
        return label.startsWith("SERVER") ? Wanted.Kind.SERVER : Wanted.Kind.ANYTHING;
    }
}
