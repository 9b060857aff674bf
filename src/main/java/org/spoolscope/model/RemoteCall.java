package org.spoolscope.model;

import java.util.List;

/// A [RemoteCommand] with its arguments.
public record RemoteCall(RemoteCommand command, List<String> arguments) {
    public RemoteCall {
        arguments = List.copyOf(arguments);
        for (String argument : arguments) {
            if (argument.indexOf('\0') >= 0 || argument.indexOf('\n') >= 0) {
                throw new IllegalArgumentException(
                        "an argument must not hold NUL or a line break: "
                                + DisplayText.of(argument).clip(80));
            }
        }
    }

    /// The line for the SSH exec request: `exec sh -c 'SCRIPT' spoolscope-NAME 'ARG'…`. Every word
    /// that varies is in single quotes, so that any login shell hands it on untouched.
    public String execLine() {
        StringBuilder line =
                new StringBuilder("exec sh -c ")
                        .append(quote(command.script()))
                        .append(" spoolscope-")
                        .append(command.name());
        for (String argument : arguments) {
            line.append(' ').append(quote(argument));
        }
        return line.toString();
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
