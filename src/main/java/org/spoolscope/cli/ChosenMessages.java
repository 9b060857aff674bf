package org.spoolscope.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.postfix.filter.Filter;

/// Which messages a command is about: those that a filter finds, or those whose ids are given.
final class ChosenMessages {
    private static final String STANDARD_INPUT = "-";
    private static final int MOST_IDS = 1_000_000;

    private final Filter filter;
    private final @Nullable Set<QueueId> ids;
    private final Set<QueueId> found = new HashSet<>();

    private ChosenMessages(Filter filter, @Nullable Set<QueueId> ids) {
        this.filter = filter;
        this.ids = ids;
    }

    /// Never everything by accident: one of both must be there.
    ///
    /// @param words of a filter
    /// @param file with an id on each line, `-` for standard input, or null
    static ChosenMessages of(Session session, List<String> words, @Nullable String file)
            throws Failure {
        Filter filter = new QueueReading(session).filter(words);
        if (file == null) {
            if (filter.equals(Filter.EVERYTHING)) {
                throw Failure.usage("cli.act.nothing-chosen");
            }
            return new ChosenMessages(filter, null);
        }
        if (!words.isEmpty()) {
            throw Failure.usage("cli.act.both-chosen");
        }
        try (InputStream in =
                file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
            return new ChosenMessages(filter, read(in));
        } catch (IOException | InvalidPathException e) {
            throw Failure.usage("cli.config-unreadable", file, LogOptions.why(e));
        }
    }

    private static Set<QueueId> read(InputStream in) throws IOException, Failure {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Set<QueueId> ids = new LinkedHashSet<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String id = line.strip();
            if (id.isEmpty()) {
                continue;
            }
            if (!QueueId.isValid(id) || ids.size() == MOST_IDS) {
                throw Failure.usage("cli.act.no-id", number, DisplayText.of(id).clip(80));
            }
            ids.add(new QueueId(id));
        }
        if (ids.isEmpty()) {
            throw Failure.usage("cli.act.no-ids");
        }
        return ids;
    }

    /// Whether a message is meant.
    boolean holds(QueuedMessage message, String server, Instant now) {
        if (ids == null) {
            return filter.matches(message, server, now);
        }
        if (ids.contains(message.id())) {
            found.add(message.id());
            return true;
        }
        return false;
    }

    /// The ids that no message had.
    List<QueueId> missing() {
        return ids == null ? List.of() : ids.stream().filter(id -> !found.contains(id)).toList();
    }
}
