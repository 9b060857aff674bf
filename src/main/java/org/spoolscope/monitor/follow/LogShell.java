package org.spoolscope.monitor.follow;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.LogAnswer;
import org.spoolscope.postfix.follow.LogRequest;

/// Talks to the `log-read` loop: one request, its data and its end, then the next.
///
/// The end of an answer is looked for at the end of what has come only, so data is not searched; as
/// many bytes as an end may take are held back until more comes.
final class LogShell {
    /// How often files are listed anew because their names had changed, at the most.
    static final int MOST_LOOKS = 100;

    private static final int BUFFER = 256 << 10;
    private static final byte[] NONE = {};

    private final InputStream in;
    private final OutputStream out;
    private final byte[] nonce;
    private final int longestEnd;
    private final byte[] buffer = new byte[BUFFER];

    /// Takes data as it comes; the bytes are valid during the call only.
    @FunctionalInterface
    interface Data {
        void take(byte[] bytes, int from, int to) throws InterruptedException;
    }

    /// What came, and how it ended.
    record Piece(byte[] bytes, LogAnswer answer) {}

    /// @param nonce 32 hexadecimal digits that nobody can guess
    LogShell(InputStream in, OutputStream out, String nonce) throws IOException {
        this.in = in;
        this.out = out;
        this.nonce = nonce.getBytes(StandardCharsets.US_ASCII);
        this.longestEnd = LogAnswer.longest(nonce);
        out.write((nonce + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Asks and hands the data on.
    ///
    /// @throws EOFException when the loop has ended
    /// @throws IOException when the link is lost, or what came is no answer
    LogAnswer ask(LogRequest request, Data data) throws IOException, InterruptedException {
        out.write(request.bytes());
        out.flush();
        long came = 0;
        int filled = 0;
        while (true) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new EOFException("the loop ended");
            }
            filled += read;
            int end = LogAnswer.lengthOfEnd(buffer, 0, filled, nonce);
            int handed = end > 0 ? filled - end : Math.max(0, filled - longestEnd);
            came += handed;
            if (came > request.most()) {
                throw new IOException("more came than was asked for");
            }
            if (handed > 0) {
                data.take(buffer, 0, handed);
            }
            if (end > 0) {
                return understood(handed, filled);
            }
            System.arraycopy(buffer, handed, buffer, 0, filled - handed);
            filled -= handed;
        }
    }

    /// Asks for a little.
    Piece ask(LogRequest request) throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(1024);
        LogAnswer answer = ask(request, (bytes, from, to) -> all.write(bytes, from, to - from));
        return new Piece(all.size() == 0 ? NONE : all.toByteArray(), answer);
    }

    /// The generations of a log.
    Candidates list(String path) throws IOException, InterruptedException {
        Piece list = ask(LogRequest.list(path));
        return Candidates.parse(path, list.bytes(), list.answer().word());
    }

    /// The same, made anew until two lists agree, in the names as well: of what is renamed while
    /// one is made, some may be missing, and from the next one, too, when that is renamed again.
    Candidates steadyList(String path) throws IOException, InterruptedException {
        Candidates list = list(path);
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Candidates again = list(path);
            if (again.hasSameFiles(list)) {
                return again;
            }
            list = again;
        }
        return list;
    }

    private LogAnswer understood(int from, int to) throws IOException {
        LogAnswer answer = LogAnswer.parse(buffer, from, to, nonce);
        if (answer == null || answer.status().equals("bad")) {
            throw new IOException(
                    "not understood: "
                            + new String(
                                    Arrays.copyOfRange(buffer, from, to),
                                    StandardCharsets.US_ASCII));
        }
        return answer;
    }
}
