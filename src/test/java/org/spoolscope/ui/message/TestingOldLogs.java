package org.spoolscope.ui.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.spoolscope.model.LogWindow;
import org.spoolscope.monitor.TraceResult;
import org.spoolscope.monitor.search.RemoteTrace;
import org.spoolscope.monitor.search.SearchedFile;

/// Old logs that lie on no server. Asked for a server it does not know, there is no link.
final class TestingOldLogs implements OldLogs {
    private final Map<String, TraceResult> results = new HashMap<>();
    private final List<SearchedFile> files = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    /// When set, a search hands over its files and then waits, until it is interrupted or let go
    /// on.
    volatile CountDownLatch goOn = new CountDownLatch(0);

    final CountDownLatch interrupted = new CountDownLatch(1);

    TestingOldLogs file(SearchedFile.State state, int number, int of, String path) {
        files.add(new SearchedFile(state, number, of, path));
        return this;
    }

    TestingOldLogs lines(String server, boolean whole, String... lines) {
        LogWindow.Writer window = new LogWindow.Writer(1 << 20);
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            window.add(bytes, 0, bytes.length);
        }
        return result(
                server,
                new TraceResult.Searched(
                        new RemoteTrace.Collected(window.window(), Set.of(), whole)));
    }

    TestingOldLogs result(String server, TraceResult result) {
        results.put(server, result);
        return this;
    }

    @Override
    public TraceResult search(String server, String term, RemoteTrace.Progress progress)
            throws InterruptedException {
        synchronized (asked) {
            asked.add(server + " " + term);
        }
        TraceResult result = results.getOrDefault(server, new TraceResult.NoLink());
        if (result instanceof TraceResult.Searched) {
            files.forEach(file -> progress.searching(1, file));
        }
        try {
            goOn.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        return result;
    }
}
