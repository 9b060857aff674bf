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
    private final InstantSource clock;

    /// Of servers that there is no way to: actions are in the journal, and left there.
    public TestingDesk(InstantSource clock) {
        this(clock, _ -> Optional.empty());
    }

    public TestingDesk(InstantSource clock, Function<String, Optional<ServerLink>> links) {
        this(newFolder(), clock, links);
    }

    private TestingDesk(
            Path folder, InstantSource clock, Function<String, Optional<ServerLink>> links) {
        this.folder = folder;
        this.clock = clock;
        try {
            journal = ActionJournal.open(folder, clock, "kari");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        desk = new ActionDesk(journal, links, clock, _ -> {});
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("spoolscope-actions");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another desk on the same journal, as after a restart.
    TestingDesk again() {
        return new TestingDesk(folder, clock, _ -> Optional.empty());
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
            Files.deleteIfExists(folder.resolve("actions.lock"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
