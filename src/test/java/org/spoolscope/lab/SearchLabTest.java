package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.monitor.search.LogSearch;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

/// A search in old logs, on a real server.
@Tag("lab")
final class SearchLabTest {
    private static final String LOG = "/var/log/searched/mail.log";
    private static final int PIECES = 60;
    private static final int LINES_IN_A_PIECE = 100_000;

    @RegisterExtension final Lab lab = new Lab();

    @AfterEach
    void end() throws IOException {
        Lab.delete(lab.folder.resolve("log/searched"));
    }

    /// What unpacks a large old log does not go on when nobody waits for it any more.
    @Test
    void nothingIsLeftOfASearchThatIsGivenUp() throws Exception {
        Path place = Files.createDirectories(lab.folder.resolve("log/searched"));
        byte[] piece = packed();
        try (OutputStream out = Files.newOutputStream(place.resolve("mail.log.1.bz2"))) {
            for (int n = 0; n < PIECES; n++) {
                out.write(piece);
            }
        }
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = ssh.connect(lab.server(), Passphrases.NONE)) {
            LogSearch search = new LogSearch(connection, new Begun(begun));
            Thread thread =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    var _ = search.run(LOG, List.of("no such line"));
                                    ended.complete(null);
                                } catch (Exception e) {
                                    ended.completeExceptionally(e);
                                }
                            });
            begun.await();
            FollowingClient.await(() -> lab.processes("bzip2 -dc") > 0, () -> "does not unpack");
            thread.interrupt();
            thread.join();
            assertThatThrownBy(ended::join).hasRootCauseInstanceOf(InterruptedException.class);
            long given = System.nanoTime();
            FollowingClient.await(
                    () -> lab.processes("bzip2 -dc") + lab.processes("grep -aF") == 0,
                    () -> lab.inside("ps", "-ef"));
            assertThat(Duration.ofNanos(System.nanoTime() - given))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
            StringBuilder lines = new StringBuilder();
            for (int n = 0; n < LINES_IN_A_PIECE; n++) {
                lines.append("Mar  1 12:00:00 mx1 postfix/qmgr[1]: 3A9B7").append(n).append('\n');
            }
            out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private record Begun(CountDownLatch latch) implements LogSearch.Results {
        @Override
        public void line(byte[] bytes, int from, int to) {}

        @Override
        public void file(SearchedFile file) {
            latch.countDown();
        }
    }
}
