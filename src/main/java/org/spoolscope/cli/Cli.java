package org.spoolscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Verb;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: takes the arguments, returns the exit status ([ExitStatus]).
public final class Cli {
    private final Terminal terminal;
    private final Options options = new Options();
    private final Session session;
    private final Faces faces;

    public Cli(Terminal terminal, Surroundings surroundings, Faces faces) {
        this.terminal = terminal;
        this.session = new Session(terminal, options, surroundings);
        this.faces = faces;
    }

    /// Runs one command to its end. Never throws: a bug is said and becomes [ExitStatus#INTERNAL].
    public int run(String... arguments) {
        try {
            int status = execute(arguments);
            terminal.flush();
            return status;
        } catch (OutputFailure e) {
            return outputFailed(e);
        } catch (RuntimeException | Error e) {
            return bug(e);
        }
    }

    private int execute(String... arguments) {
        return arguments.length == 0 ? open() : parse(arguments);
    }

    /// There is nothing to parse, which would take as long as opening a window does.
    private int open() {
        try {
            return new RootCommand(options, session, faces).call();
        } catch (Exception e) {
            return failed(e);
        }
    }

    private int parse(String... arguments) {
        StringWriter help = new StringWriter();
        CommandLine line = commandLine(List.of(arguments)).setOut(new PrintWriter(help));
        line.setExecutionStrategy(parsed -> {
            terminal.use(options.colour);
            line.setColorScheme(
                    CommandLine.Help.defaultColorScheme(
                            terminal.hasColours() ? Ansi.ON : Ansi.OFF));
            return new RunLast().execute(parsed);
        });
        int status = line.execute(arguments);
        terminal.printHelp(help.toString());
        return status;
    }

    /// With the commands that these arguments may mean; with all for none.
    CommandLine commandLine(List<String> arguments) {
        CommandLine line = new CommandLine(new RootCommand(options, session, faces));
        commands(arguments).forEach(line::addSubcommand);
        line.setResourceBundle(ResourceBundle.getBundle("org.spoolscope.words", Locale.ROOT));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.registerConverter(Duration.class, DurationText::parse);
        line.setParameterExceptionHandler(wrongUsage());
        line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
        return line;
    }

    /// The commands that the arguments may mean: building all would take longer than most of them
    /// run.
    private List<Object> commands(List<String> arguments) {
        Map<String, Supplier<Object>> all = commands();
        List<Object> named =
                all.entrySet().stream()
                        .filter(command -> arguments.contains(command.getKey()))
                        .map(command -> command.getValue().get())
                        .toList();
        return named.isEmpty() ? all.values().stream().map(Supplier::get).toList() : named;
    }

    /// All, in the order of the help, by the names they are annotated with.
    private Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("servers", () -> new ServersCommand(session));
        all.put("doctor", () -> new DoctorCommand(session));
        all.put("queue", () -> withFilter(new QueueCommand(session)));
        for (Verb verb : Verb.values()) {
            if (verb != Verb.FLUSH) {
                all.put(verb.label(), () -> act(verb));
            }
        }
        all.put("flush", () -> new FlushCommand(session));
        all.put("undo", () -> new UndoCommand(session));
        all.put("actions", () -> new ActionsCommand(session));
        all.put("watch", () -> new WatchCommand(session));
        all.put("trace", () -> new TraceCommand(session));
        all.put("log", () -> withFilter(new LogCommand(session)));
        all.put("check-ip", () -> new CheckIpCommand(session));
        all.put("check", () -> new CheckCommand(session));
        all.put("events", () -> new EventsCommand(session));
        all.put("summary", () -> new SummaryCommand(session));
        all.put(
                "screenshot",
                () ->
                        new CommandLine(
                                new ScreenshotCommand(session, faces),
                                new PageNames.Factory(faces)));
        all.put("demo", () -> new DemoCommand(session, faces));
        all.put("generate", () -> new GenerateCommand(session, () -> commandLine(List.of())));
        return all;
    }

    private CommandLine act(Verb verb) {
        CommandLine line = withFilter(new ActCommand(session, verb));
        line.setCommandName(verb.label());
        return line;
    }

    /// "-from:x" is a filter, not an option; "-hold" needs "--" before it, since -h is one.
    private static CommandLine withFilter(Object command) {
        return new CommandLine(command)
                .setPosixClusteredShortOptionsAllowed(false)
                .setUnmatchedOptionsArePositionalParams(true);
    }

    private IParameterExceptionHandler wrongUsage() {
        return (wrong, _) -> {
            terminal.say(
                    Words.get("cli.about", "spoolscope", Words.get("cli.usage", message(wrong))));
            String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
            StringWriter near = new StringWriter();
            UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(near, true));
            near.toString()
                    .lines()
                    .filter(hint -> !hint.isBlank())
                    .forEach(hint -> terminal.say(DisplayText.of(hint.strip())));
            if (wrong.getCommandLine().isUnmatchedOptionsArePositionalParams()
                    && message(wrong).contains("Unknown option")) {
                // picocli takes "-hold" for -h with something behind it.
                terminal.say(Words.get("cli.usage.minus"));
            }
            terminal.say(Words.get("cli.usage.see", command));
            return ExitStatus.USAGE;
        };
    }

    private static String message(ParameterException wrong) {
        return wrong.getMessage() == null ? "" : wrong.getMessage();
    }

    private int failed(Exception failure) {
        return switch (failure) {
            case OutputFailure output -> outputFailed(output);
            case Failure known -> {
                flushQuietly();
                known.lines().forEach(terminal::say);
                yield known.status();
            }
            case InterruptedException _ -> ExitStatus.NOT_CONNECTED;
            case IOException file -> {
                flushQuietly();
                terminal.say(Words.get("cli.file-failed", file.toString()));
                yield ExitStatus.USAGE;
            }
            default -> bug(failure);
        };
    }

    private int bug(Throwable failure) {
        flushQuietly();
        terminal.say(Words.get("cli.bug", failure.toString()));
        if (options.verbose) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(line -> terminal.say(DisplayText.of(line)));
        }
        return ExitStatus.INTERNAL;
    }

    /// What was found so far comes before what went wrong.
    private void flushQuietly() {
        try {
            terminal.flush();
        } catch (OutputFailure e) {
            // The failure that is about to be said matters more.
        }
    }

    private int outputFailed(OutputFailure failure) {
        if (failure.isReaderGone()) {
            return ExitStatus.OK;
        }
        terminal.say(Words.get("cli.output-failed", String.valueOf(failure.getMessage())));
        return ExitStatus.INTERNAL;
    }
}
