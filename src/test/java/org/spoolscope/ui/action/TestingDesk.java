package org.spoolscope.ui.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.spoolscope.monitor.ServerLink;
import org.spoolscope.monitor.action.ActionDesk;
import org.spoolscope.store.actions.ActionJournal;

/// A desk with a journal of its own.
public final class TestingDesk implements AutoCloseable {
    public final ActionDesk desk;
    public final ActionJournal journal;
    private final Path folder;

    /// Of servers that there is no way to: actions are in the journal, and left there.
    public TestingDesk(InstantSource clock) {
        this(clock, _ -> Optional.empty());
    }

    public TestingDesk(InstantSource clock, Function<String, Optional<ServerLink>> links) {
        try {
            folder = Files.createTempDirectory("spoolscope-actions");
            journal = ActionJournal.open(folder, clock, "kari");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        desk = new ActionDesk(journal, links, clock);
    }

    public ActionGate gate() {
        return ActionGate.of(desk);
    }

    @Override
    public void close() {
        desk.close();
        try {
            journal.close();
            Files.deleteIfExists(folder.resolve("actions.jsonl"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
