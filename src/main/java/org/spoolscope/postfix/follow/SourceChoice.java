package org.spoolscope.postfix.follow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.Grants;

/// Chooses which logs of a server to follow, from what the `log-sources` command printed (see
/// [LogCommands]). A line must come from one source only: where syslog writes both a file and the
/// journal, the file is followed while it is fresh.
public final class SourceChoice {
    private static final long FRESH_SECONDS = 24 * 3600;

    private final List<Found> files = new ArrayList<>();
    private String user = "USER";
    private boolean usesSyslog;
    private long journalLines = -1;

    /// @param age seconds since the last write
    /// @param lines of Postfix's among its last ones
    private record Found(
            String why, String path, String state, long age, long lines, String group) {
        boolean is(String origin) {
            return why.equals(origin);
        }

        boolean isReadable() {
            return state.equals("read");
        }

        boolean isDenied() {
            return state.equals("denied");
        }
    }

    private SourceChoice(String output) {
        for (String line : output.split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "user" -> user = fields.length > 1 ? fields[1] : user;
                case "syslog" -> usesSyslog = true;
                case "journal" -> journalLines = readable(fields) ? number(fields[2]) : -1;
                case "file" -> addFile(fields);
                default -> {}
            }
        }
    }

    private static boolean readable(String[] fields) {
        return fields.length > 2 && fields[1].equals("read");
    }

    private void addFile(String[] fields) {
        if (fields.length < 4
                || !LogRequest.isPath(fields[2])
                || files.stream().anyMatch(file -> file.path().equals(fields[2]))) {
            return;
        }
        boolean whole = fields.length >= 7;
        files.add(
                new Found(
                        fields[1],
                        fields[2],
                        fields[3],
                        whole ? number(fields[4]) : 0,
                        whole ? number(fields[5]) : 0,
                        whole ? fields[6] : ""));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// The logs to follow, and those that would be followed if the account might read them; at
    /// least one, which may be [LogSource.None].
    public static List<LogSource> parse(String output) {
        return new SourceChoice(output).choose();
    }

    private List<LogSource> choose() {
        List<LogSource> chosen = new ArrayList<>();
        for (Found file : files) {
            if (file.is("configured")) {
                return List.of(ofFile(file, Words.get("log.found.configured").toString()));
            }
            if (file.is("maillog_file")) {
                chosen.add(ofFile(file, Words.get("log.found.maillog-file").toString()));
            }
        }
        if (usesSyslog || chosen.isEmpty()) {
            chosen.add(ofSyslog());
        }
        return chosen;
    }

    private LogSource ofFile(Found file, String why) {
        return file.isDenied() ? unreadable(file, why) : new LogSource.File(file.path(), why);
    }

    private LogSource ofSyslog() {
        Found best = freshest();
        if (best != null && (best.age() < FRESH_SECONDS || journalLines <= 0)) {
            return new LogSource.File(
                    best.path(), Words.get("log.found.syslog", best.path()).toString());
        }
        if (journalLines > 0) {
            String why = best == null ? "log.found.journal" : "log.found.journal-fresher";
            return new LogSource.Journal(Words.get(why).toString());
        }
        Found denied = firstDenied();
        if (denied != null) {
            return unreadable(denied, Words.get("log.found.denied", denied.path()).toString());
        }
        Found empty = firstReadable();
        if (empty != null) {
            return new LogSource.File(
                    empty.path(), Words.get("log.found.empty", empty.path()).toString());
        }
        if (journalLines == 0) {
            return new LogSource.Unreadable(
                    "journal",
                    Words.get("log.found.journal-empty").toString(),
                    Grants.standard(user).logCommand("journal", ""));
        }
        return new LogSource.None(Words.get("log.found.none").toString());
    }

    /// The freshest file of syslog's with lines of Postfix's.
    private @Nullable Found freshest() {
        return files.stream()
                .filter(file -> file.is("syslog") && file.isReadable() && file.lines() > 0)
                .min(Comparator.comparingLong(Found::age))
                .orElse(null);
    }

    private @Nullable Found firstDenied() {
        return files.stream()
                .filter(file -> file.is("syslog") && file.isDenied())
                .findFirst()
                .orElse(null);
    }

    /// A mail log that nothing was written to yet.
    private @Nullable Found firstReadable() {
        return files.stream()
                .filter(file -> file.is("syslog") && file.isReadable())
                .filter(file -> file.path().contains("mail"))
                .findFirst()
                .orElse(null);
    }

    private LogSource unreadable(Found file, String why) {
        return new LogSource.Unreadable(
                file.path(), why, Grants.standard(user).logCommand(file.path(), file.group()));
    }
}
