package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.ssh.Ssh;

/// Looking in a server's own logs over the connection that is open anyway.
final class FleetTraceTest {
    private static final long PATIENCE_SECONDS = 60;

    @Test
    void findsAMessageOverTheOpenConnection() throws Exception {
        try (DemoFleet demo = DemoFleet.start(7, 1, 1);
                Ssh ssh = new Ssh(demo.settings());
                Fleet fleet = Fleet.watching(ssh, demo.servers(), LogSettings.builtIn(), null)) {
            CompletableFuture<ServerSnapshot> read = new CompletableFuture<>();
            fleet.subscribe(snapshot ->
                    snapshot.server("mail1").stream()
                            .filter(server -> server.log().window().end() > 20)
                            .forEach(read::complete));
            LogWindow memory = read.get(PATIENCE_SECONDS, TimeUnit.SECONDS).log().window();
            String id = firstId(memory);
            List<SearchedFile> files = new ArrayList<>();
            TraceResult result = fleet.trace("mail1", id, (_, file) -> files.add(file));
            assertThat(result).isInstanceOf(TraceResult.Searched.class);
            assertThat(texts(((TraceResult.Searched) result).collected().lines()))
                    .isNotEmpty()
                    .contains(
                            texts(memory).stream()
                                    .filter(line -> line.contains(id))
                                    .findFirst()
                                    .orElseThrow())
                    .allMatch(line -> line.contains(" postfix"));
            assertThat(files)
                    .isNotEmpty()
                    .allMatch(file -> file.state() == SearchedFile.State.SEARCHING);
            assertThat(fleet.trace("mail9", id, (_, _) -> {})).isEqualTo(new TraceResult.NoLink());
        }
    }

    private static String firstId(LogWindow window) {
        for (String line : texts(window)) {
            int queued = line.indexOf(": from=<");
            if (queued > 0 && line.contains("/qmgr[")) {
                return line.substring(line.lastIndexOf(' ', queued) + 1, queued);
            }
        }
        throw new AssertionError("no message was queued");
    }

    private static List<String> texts(LogWindow window) {
        List<String> texts = new ArrayList<>();
        window.read(
                window.first(),
                window.end(),
                (_, bytes, from, to) ->
                        texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
        return texts;
    }
}
