package org.spoolscope.cli;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Words;
import org.spoolscope.store.LogFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The logs that `events` and `summary` read, one after the other.
final class LogOptions {
    private static final String STDIN = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "cli.parameter.logs")
    private List<String> files = List.of();

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.option.zone")
    private @Nullable String zone;

    /// Reads one log.
    interface Reader {
        void read(InputStream in) throws IOException, InterruptedException;
    }

    /// Of times without an offset.
    ///
    /// @throws Failure there is no such zone
    ZoneId zone(Session session) throws Failure {
        if (zone == null) {
            return session.zone();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Failure.usage("cli.zone.wrong", zone);
        }
    }

    /// Reads all logs. One that can't be read, or not to its end, is said and the next one read.
    ///
    /// @return the exit status
    int read(Terminal terminal, Reader reader) throws InterruptedException {
        int status = ExitStatus.OK;
        for (String file : files) {
            try (InputStream in = open(file)) {
                reader.read(in);
            } catch (OutputFailure e) {
                throw e;
            } catch (IOException | InvalidPathException e) {
                terminal.flush();
                terminal.say(Words.get("cli.log.unreadable", name(file), why(e)));
                status = ExitStatus.USAGE;
            }
        }
        return status;
    }

    private static InputStream open(String file) throws IOException {
        return file.equals(STDIN)
                ? LogFile.uncompressed(new FileInputStream(FileDescriptor.in))
                : LogFile.open(Path.of(file));
    }

    private static String name(String file) {
        return file.equals(STDIN) ? Words.get("cli.log.stdin").toString() : file;
    }

    private static String why(Exception failure) {
        return switch (failure) {
            case NoSuchFileException _ -> Words.get("cli.log.missing").toString();
            case AccessDeniedException _ -> Words.get("cli.log.denied").toString();
            case EOFException _ -> Words.get("cli.log.truncated").toString();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
