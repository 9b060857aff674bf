package org.spoolscope.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;

/// The process's own terminal.
final class ConsolePrompt implements Prompt {
    private final Console console;

    private ConsolePrompt(Console console) {
        this.console = console;
    }

    /// Since Java 22 there may be a console without a terminal; it is passed over. By its contract
    /// there may still be none at all.
    @SuppressWarnings("SystemConsoleNull")
    static Prompt ofProcess() {
        Console console = System.console();
        return console != null && console.isTerminal() ? new ConsolePrompt(console) : Prompt.NOBODY;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public @Nullable String ask(DisplayText question) {
        return console.readLine("%s ", question);
    }

    @Override
    public char @Nullable [] askSecret(DisplayText question) {
        return console.readPassword("%s ", question);
    }
}
