package org.spoolscope.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.spoolscope.cli.generate.BashCompletion;
import org.spoolscope.cli.generate.FishCompletion;
import org.spoolscope.cli.generate.ManPage;
import org.spoolscope.cli.generate.Program;
import org.spoolscope.cli.generate.ZshCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `generate man|bash|zsh|fish`: prints what packages install beside the program. Hidden: it is for
/// those who make packages.
@Command(name = "generate", hidden = true)
final class GenerateCommand implements Callable<Integer> {
    /// What can be made.
    private enum Kind {
        MAN,
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "KIND", descriptionKey = "cli.parameter.generate")
    private Kind kind = Kind.MAN;

    private final Session session;
    private final Supplier<CommandLine> whole;

    /// @param whole makes the command line with all its commands, which takes time
    GenerateCommand(Session session, Supplier<CommandLine> whole) {
        this.session = session;
        this.whole = whole;
    }

    @Override
    public Integer call() {
        Program program = Program.of(whole.get().getCommandSpec());
        String text =
                switch (kind) {
                    case MAN -> new ManPage(program, Version.number()).text();
                    case BASH -> new BashCompletion(program).text();
                    case ZSH -> new ZshCompletion(program).text();
                    case FISH -> new FishCompletion(program).text();
                };
        session.terminal().printHelp(text);
        return ExitStatus.OK;
    }
}
