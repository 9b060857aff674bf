package org.spoolscope.ui.queue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.monitor.drain.DrainMeter;

/// When what the list is narrowed to is empty: a provider, a domain, whatever a filter finds. By
/// what was found since it was asked for. JavaFX thread.
final class ScopeDrain {
    /// What decides which messages are meant; how they are sorted and grouped does not.
    private record Scope(
            @Nullable String server,
            String filter,
            @Nullable GroupChoice group,
            @Nullable ShapeCell cell) {
        static Scope of(QueueQuery query) {
            return new Scope(
                    query.server(), query.filter().toString(), query.group(), query.cell());
        }
    }

    private final DrainMeter meter =
            new DrainMeter(InstanceSettings.defaults(Instance.NO_NAME).queueRunDelay());
    private @Nullable Scope scope;

    /// Takes an answer, unless it is about everything: that is known for each server.
    ///
    /// @param servers that were looked at
    void add(QueueAnswer answer, List<ServerSnapshot> servers) {
        Scope now = answer.query().narrows() ? Scope.of(answer.query()) : null;
        if (!Objects.equals(now, scope)) {
            scope = now;
            meter.clear();
            servers.stream()
                    .flatMap(server -> server.queues().stream())
                    .map(queue -> queue.instance().settings().queueRunDelay())
                    .max(Duration::compareTo)
                    .ifPresent(meter::round);
        }
        if (now != null) {
            meter.add(answer.at(), answer.waiting());
        }
    }

    /// Null where the list is not narrowed.
    @Nullable Drain drain() {
        return scope == null ? null : meter.drain();
    }
}
