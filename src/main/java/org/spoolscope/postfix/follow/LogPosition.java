package org.spoolscope.postfix.follow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a server's log was read: what was handed on is exactly what is covered. Kept as text,
/// together with what was made of the lines, in one transaction. It holds no line and no address.
///
/// @param files one for each followed file
/// @param cursor of the last journal entry, or null
public record LogPosition(List<FilePosition> files, @Nullable String cursor) {
    /// Nothing read yet.
    public static final LogPosition NONE = new LogPosition(List.of(), null);

    private static final String FIRST_LINE = "spoolscope-log-position 1";

    public LogPosition {
        files = List.copyOf(files);
    }

    /// Of one file; [FilePosition#none] when it was not read yet.
    public FilePosition file(String path) {
        for (FilePosition file : files) {
            if (file.path().equals(path)) {
                return file;
            }
        }
        return FilePosition.none(path);
    }

    /// The same with another position of one file.
    public LogPosition with(FilePosition changed) {
        List<FilePosition> all = new ArrayList<>(files);
        all.removeIf(file -> file.path().equals(changed.path()));
        all.add(changed);
        return new LogPosition(all, cursor);
    }

    /// The same with another cursor.
    public LogPosition with(String changed) {
        return new LogPosition(files, changed);
    }

    /// Lines of text, for [#parse].
    public String text() {
        StringBuilder text = new StringBuilder(512).append(FIRST_LINE).append('\n');
        for (FilePosition file : files) {
            text.append("file ").append(file.path()).append('\n');
            file.past().forEach(past -> text.append("past ").append(past.text()).append('\n'));
            file.generations()
                    .forEach(open -> text.append("open ").append(open.text()).append('\n'));
            if (file.unsure()) {
                text.append("unsure").append('\n');
            }
        }
        if (cursor != null) {
            text.append("journal ").append(cursor).append('\n');
        }
        return text.toString();
    }

    /// Reads what [#text] wrote; [#NONE] for anything else.
    public static LogPosition parse(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(FIRST_LINE) || !lines[lines.length - 1].isEmpty()) {
            return NONE;
        }
        Reader reader = new Reader();
        for (int i = 1; i < lines.length - 1; i++) {
            if (!reader.take(lines[i])) {
                return NONE;
            }
        }
        reader.endFile();
        return new LogPosition(reader.files, reader.cursor);
    }

    private static final class Reader {
        private final List<FilePosition> files = new ArrayList<>();
        private @Nullable String cursor;
        private @Nullable String path;
        private List<Generation> past = new ArrayList<>();
        private List<Generation> open = new ArrayList<>();
        private boolean unsure;

        /// False when it is not understood.
        boolean take(String line) {
            int space = line.indexOf(' ');
            String rest = space < 0 ? "" : line.substring(space + 1);
            switch (space < 0 ? line : line.substring(0, space)) {
                case "file" -> {
                    endFile();
                    path = rest;
                    return LogRequest.isPath(rest);
                }
                case "past" -> {
                    Generation finished = Generation.parse(rest);
                    return path != null && finished != null && past.add(finished);
                }
                case "open" -> {
                    Generation generation = Generation.parse(rest);
                    return path != null && generation != null && open.add(generation);
                }
                case "unsure" -> {
                    unsure = true;
                    return path != null && rest.isEmpty();
                }
                case "journal" -> {
                    cursor = rest;
                    return !rest.isEmpty();
                }
                default -> {
                    return false;
                }
            }
        }

        void endFile() {
            if (path != null) {
                files.add(new FilePosition(path, past, open, unsure));
                past = new ArrayList<>();
                open = new ArrayList<>();
                unsure = false;
            }
        }
    }
}
