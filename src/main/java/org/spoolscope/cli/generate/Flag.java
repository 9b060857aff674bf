package org.spoolscope.cli.generate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/// An option.
///
/// @param names all, with their hyphens
/// @param value what follows it, if anything does
/// @param required whether its command needs it
/// @param others the names of those that can't be there too
record Flag(
        List<String> names,
        String description,
        Optional<Argument> value,
        boolean required,
        List<String> others) {
    static Flag of(OptionSpec spec) {
        return new Flag(
                List.of(spec.names()),
                HelpText.of(spec),
                spec.arity().max() > 0 ? Optional.of(Argument.value(spec)) : Optional.empty(),
                spec.required() && spec.group() == null,
                others(spec, spec.group()));
    }

    /// Those of a command's options that can't be there too.
    Stream<Flag> others(List<Flag> all) {
        return all.stream().filter(flag -> others.contains(flag.names().getFirst()));
    }

    private static List<String> others(OptionSpec spec, @Nullable ArgGroupSpec group) {
        if (group == null || !group.exclusive()) {
            return List.of();
        }
        return group.options().stream()
                .filter(option -> !option.equals(spec))
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
    }
}
