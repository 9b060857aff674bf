package org.spoolscope.ui.queue;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.spoolscope.monitor.ReadResult;
import org.spoolscope.postfix.PostcatReply.Part;
import org.spoolscope.ui.fx.Background;

/// Reads one queued message part by part, each when it is asked for, and keeps it in memory until
/// it is closed. JavaFX thread.
final class ContentViewModel {
    private final QueueRow row;
    private final MessageReading reading;
    private final Background background;
    private final Map<Part, ReadOnlyObjectWrapper<Content>> parts = new EnumMap<>(Part.class);
    private final Map<Part, FutureTask<ReadResult>> tasks = new EnumMap<>(Part.class);

    ContentViewModel(QueueRow row, MessageReading reading, Background background) {
        this.row = row;
        this.reading = reading;
        this.background = background;
        for (Part part : Part.values()) {
            parts.put(part, new ReadOnlyObjectWrapper<>(new Content.None()));
        }
    }

    QueueRow row() {
        return row;
    }

    ReadOnlyObjectProperty<Content> part(Part part) {
        return wrapper(part).getReadOnlyProperty();
    }

    /// Begins to read a part, also once more where that failed.
    void read(Part part) {
        Content now = wrapper(part).get();
        if (now instanceof Content.Reading || now instanceof Content.Lines) {
            return;
        }
        FutureTask<ReadResult> task =
                new FutureTask<>(() ->
                        reading.read(
                                row.server(), row.message().instance(), row.message().id(), part)) {
                    @Override
                    protected void done() {
                        background.onScreen(() -> ended(part, this));
                    }
                };
        tasks.put(part, task);
        wrapper(part).set(new Content.Reading());
        background.run(task);
    }

    /// Ends what is under way, and forgets what was read.
    void close() {
        tasks.values().forEach(task -> task.cancel(true));
        tasks.clear();
        parts.values().forEach(part -> part.set(new Content.None()));
    }

    private void ended(Part part, FutureTask<ReadResult> task) {
        if (!tasks.remove(part, task)) {
            return;
        }
        try {
            wrapper(part).set(Content.of(task.get()));
        } catch (CancellationException | InterruptedException _) {
            wrapper(part).set(new Content.None());
        } catch (ExecutionException e) {
            wrapper(part).set(new Content.None());
            throw new IllegalStateException("reading a message", e.getCause());
        }
    }

    private ReadOnlyObjectWrapper<Content> wrapper(Part part) {
        ReadOnlyObjectWrapper<Content> wrapper = parts.get(part);
        if (wrapper == null) {
            throw new IllegalStateException(part.name());
        }
        return wrapper;
    }
}
