package org.spoolscope.dns;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the remote command `lookup` reads and prints (see `HostCommands`): questions as lines `ID
/// TYPE NAME`; answers of dig, host or drill line by line, each after its id and a colon, and at
/// their end `ID=STATUS`. Answers come in any order and mixed.
final class PrintedFraming implements Framing {
    /// What the command asks with; anything else it would refuse.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,253}");

    private static final int LINE = 8 << 10;
    private static final int ANSWER = 128 << 10;
    private static final int OPEN = 64;

    @Override
    public Optional<byte[]> encode(int id, DnsQuestion question) {
        if (!NAME.matcher(question.name()).matches()) {
            return Optional.empty();
        }
        String line = id + " " + question.type() + " " + question.name() + "\n";
        return Optional.of(line.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean answersAll() {
        return true;
    }

    @Override
    public Reader reader(InputStream in) {
        return new Lines(new BufferedInputStream(in));
    }

    /// Puts the lines of each answer together.
    private static final class Lines implements Reader {
        private final InputStream in;
        private final Map<Integer, Text> open = new HashMap<>();

        Lines(InputStream in) {
            this.in = in;
        }

        @Override
        public @Nullable Frame next() throws IOException {
            for (String line = line(); line != null; line = line()) {
                int mark = 0;
                while (mark < line.length() && Character.digit(line.charAt(mark), 10) >= 0) {
                    mark++;
                }
                if (mark == 0 || mark > 5 || mark == line.length()) {
                    throw new IOException("not the output of lookup");
                }
                int id = Integer.parseInt(line.substring(0, mark));
                String rest = line.substring(mark + 1);
                switch (line.charAt(mark)) {
                    case ':' -> text(id).add(rest);
                    case '=' -> {
                        Text text = text(id);
                        open.remove(id);
                        return new Printed(id, text.lines, rest);
                    }
                    default -> throw new IOException("not the output of lookup");
                }
            }
            return null;
        }

        private Text text(int id) throws IOException {
            Text text = open.computeIfAbsent(id, _ -> new Text());
            if (open.size() > OPEN) {
                throw new IOException("too many answers at once");
            }
            return text;
        }

        /// Up to the next LF, one character for each byte; null at the end of the stream.
        private @Nullable String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    return line.toString(StandardCharsets.ISO_8859_1);
                }
                line.write(c);
                if (line.size() > LINE) {
                    throw new IOException("a line is too long");
                }
            }
            return null;
        }
    }

    /// The lines of one answer so far.
    private static final class Text {
        private final List<String> lines = new ArrayList<>();
        private int size;

        void add(String line) throws IOException {
            size += line.length() + 1;
            if (size > ANSWER) {
                throw new IOException("an answer is too long");
            }
            lines.add(line);
        }
    }

    private record Printed(int id, List<String> lines, String status) implements Frame {
        @Override
        public Optional<DnsReply> to(DnsQuestion question) {
            return Optional.of(new PrintedAnswer(question, lines, status).reply());
        }
    }
}
