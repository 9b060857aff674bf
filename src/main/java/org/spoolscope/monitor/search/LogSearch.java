package org.spoolscope.monitor.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.Lines;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Searches one log of a server and its old copies for fixed strings. Runs there at the lowest
/// priority, as one `grep` per file, and ends when this end goes away.
///
/// Use one instance per search; it belongs to one thread.
public final class LogSearch {
    /// Found lines beyond this are not fetched.
    public static final Budget BUDGET = new Budget(64L << 20, Duration.ofMinutes(30));

    private static final int NONCE_BYTES = 16;

    private final SshConnection connection;
    private final Results to;
    private final String nonce;

    /// What comes of a search, on the searching thread, in order.
    public interface Results {
        /// A line that holds one of the strings: `bytes[from, to)`, valid during the call.
        void line(byte[] bytes, int from, int to);

        void file(SearchedFile file);
    }

    /// How a search ended.
    public sealed interface Outcome {
        /// All files were searched.
        record Whole() implements Outcome {}

        /// It was cut off, or failed: there may be more.
        record Cut(String why) implements Outcome {}
    }

    public LogSearch(SshConnection connection, Results to) {
        this.connection = connection;
        this.to = to;
        byte[] random = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(random);
        this.nonce = HexFormat.of().formatHex(random);
    }

    /// Searches the file at `path`, `path.*` and `path-*`, oldest first. Blocks until done.
    ///
    /// @param strings at least one; each is compared byte by byte, and none may hold a line break
    /// @throws SshException when the link is lost
    public Outcome run(String path, Collection<String> strings)
            throws SshException, InterruptedException {
        byte[] request = request(strings);
        try (RemoteProcess process =
                connection.start(PostfixCommands.LOG_SEARCH.call(path), BUDGET)) {
            // Standard input stays open: its end would end the search.
            OutputStream stdin = process.stdin();
            stdin.write(request);
            stdin.flush();
            boolean whole = read(process.stdout());
            stdin.close();
            return whole ? new Outcome.Whole() : cut(process.waitFor());
        } catch (InterruptedIOException e) {
            InterruptedException interrupted = new InterruptedException();
            interrupted.initCause(e);
            throw interrupted;
        } catch (IOException e) {
            throw new SshException(new LinkFailure.Lost(false, String.valueOf(e.getMessage())));
        }
    }

    private byte[] request(Collection<String> strings) {
        StringBuilder request = new StringBuilder(nonce).append('\n');
        for (String string : strings) {
            if (string.isBlank() || string.indexOf('\n') >= 0 || string.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("not to be searched for");
            }
            request.append(string).append('\n');
        }
        if (strings.isEmpty()) {
            throw new IllegalArgumentException("nothing to search for");
        }
        return request.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome cut(Exit exit) throws SshException {
        if (exit instanceof Exit.LinkLost) {
            throw new SshException(new LinkFailure.Lost(false, "the search was cut off"));
        }
        return new Outcome.Cut(exit.text());
    }

    /// Whether the end was announced.
    private boolean read(InputStream stdout) throws IOException {
        Lines lines = new Lines(stdout, LogWindow.LONGEST_LINE);
        String mark = '\0' + nonce + ' ';
        while (lines.advance()) {
            int from = lines.start();
            int end = from + lines.length();
            String said = from < end && lines.buffer()[from] == 0 ? lines.text() : "";
            if (said.equals(mark + "end")) {
                return true;
            }
            if (said.startsWith(mark)) {
                SearchedFile file = file(said.substring(mark.length()));
                if (file != null) {
                    to.file(file);
                }
                continue;
            }
            while (from < end && lines.buffer()[from] == 0) {
                from++; // a crash leaves some at the end of a file, and lines behind them
            }
            to.line(lines.buffer(), from, end);
        }
        return false;
    }

    private static @Nullable SearchedFile file(String said) {
        String[] words = said.split(" ", 4);
        if (words.length < 4) {
            return null;
        }
        SearchedFile.State state =
                switch (words[0]) {
                    case "file" -> SearchedFile.State.SEARCHING;
                    case "denied" -> SearchedFile.State.DENIED;
                    case "cut" -> SearchedFile.State.CUT;
                    case "tool" -> SearchedFile.State.NO_TOOL;
                    default -> SearchedFile.State.SKIPPED;
                };
        try {
            return new SearchedFile(
                    state, Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3]);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
