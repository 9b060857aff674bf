package org.spoolscope.ui.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Link;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;

/// All that the page says, in words, at one moment.
///
/// @param instances empty unless there are several
/// @param rates by the log; empty before any line was read
/// @param delays by stage, by the log; empty before any line was read
/// @param waiting what is waited for, while there is nothing to draw yet; else null
/// @param paused whether the link waits for the person to resume
/// @param canList whether a listing can be asked for
record ServerPage(
        Heading heading,
        List<Notice> notices,
        List<Tile> tiles,
        List<FigureRow> instances,
        List<FigureRow> rates,
        List<FigureRow> delays,
        @Nullable Sentence waiting,
        boolean paused,
        boolean canList) {
    static ServerPage of(ServerSnapshot server, Instant now, Times times) {
        HostSample host = server.host();
        return new ServerPage(
                Heading.of(server, now, times),
                Notice.of(server, now),
                host == null ? List.of() : Tile.of(host, server.troubles()),
                server.queues().size() < 2
                        ? List.of()
                        : server.queues().stream()
                                .map(queue -> InstanceRow.of(queue, now))
                                .toList(),
                MailFigures.rates(server.log().rates()),
                MailFigures.delays(server.log().rates()),
                waiting(server),
                server.link() instanceof Link.Paused,
                server.link().isUp());
    }

    private static @Nullable Sentence waiting(ServerSnapshot server) {
        if (server.history().size() > 0) {
            return null;
        }
        String key =
                switch (server.link()) {
                    case Link.Connecting _ -> "server.waiting.connecting";
                    case Link.Online _, Link.Silent _ -> "server.waiting.first";
                    case Link.Down _, Link.Paused _ -> "server.waiting.nothing";
                };
        return new Sentence(
                Words.get(key, server.config().host()),
                Words.get(key + ".advice", server.config().host()));
    }
}
