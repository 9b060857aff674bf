package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A bash with a completion, in a folder that is the configuration folder too.
record TestingBash(Path folder, String script) {
    private static final String ASK =
            """
            source completion.bash
            COMP_WORDS=("${@/#_/}")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _spoolscope 2>compopt-needs-a-terminal
            printf '%s\\n' "${COMPREPLY[@]}" | paste -s -d '|' -
            """;

    /// What is offered for the last of the words, separated by `|`.
    ///
    /// @param words `_` is an empty one
    String complete(String... words) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("completion.bash"), script);
        Stream<String> command = Stream.of("bash", "--norc", "-c", ASK, "bash");
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(command, Arrays.stream(words)).toList());
        builder.environment().put("SPOOLSCOPE_CONFIG", folder.toString());
        builder.directory(folder.toFile()).redirectErrorStream(true);
        Process process = builder.start();
        byte[] offers = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return new String(offers, StandardCharsets.UTF_8).strip();
    }
}
