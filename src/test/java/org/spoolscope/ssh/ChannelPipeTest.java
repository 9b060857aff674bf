package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

final class ChannelPipeTest {
    private static final int WINDOW = 100_000;

    private final Random random = new Random(7);

    /// What a server may send: as much as was read, and a window more.
    private final Semaphore window = new Semaphore(WINDOW);

    private final ChannelPipe pipe = new ChannelPipe(window::release);

    /// Three windows and more in pieces of all sizes, on the way round the ring many times.
    @Test
    void whatIsReadIsWhatCame() throws Exception {
        byte[] all = bytes(5_000_000);
        CompletableFuture<Void> sender =
                CompletableFuture.runAsync(() -> send(all), Thread::startVirtualThread);
        byte[] read = new byte[all.length];
        int filled = 0;
        Random sizes = new Random(8);
        while (filled < read.length) {
            int most = Math.min(1 + sizes.nextInt(60_000), read.length - filled);
            int some = pipe.read(read, filled, most);
            assertThat(some).isBetween(1, most);
            filled += some;
        }
        sender.join();
        assertThat(read).isEqualTo(all);
        assertThat(pipe.read(new byte[1], 0, 1)).isEqualTo(-1);
        assertThat(window.availablePermits()).isEqualTo(WINDOW);
    }

    @Test
    void whatHasComeIsReadAfterTheEnd() throws Exception {
        byte[] all = bytes(30_000);
        pipe.writer().write(all);
        pipe.writer().close();
        assertThat(pipe.available()).isEqualTo(30_000);
        assertThat(read(30_000)).isEqualTo(all);
        assertThat(pipe.available()).isZero();
        assertThat(pipe.hasDropped()).isFalse();
    }

    @Test
    void whatComesAfterTheEndIsDroppedAndNotInSilence() throws Exception {
        pipe.writer().close();
        pipe.writer().write(1);
        assertThat(pipe.read(new byte[1], 0, 1)).isEqualTo(-1);
        assertThat(pipe.hasDropped()).isTrue();
    }

    /// After a long log, the reader waits for each line, and what comes is as it was sent still.
    @Test
    void aFewBytesAtATimeAfterMuch() throws Exception {
        byte[] much = bytes(WINDOW);
        pipe.writer().write(much);
        assertThat(read(WINDOW)).isEqualTo(much);
        for (int i = 0; i < 200; i++) {
            byte[] line = bytes(1 + i);
            CompletableFuture<byte[]> reader =
                    CompletableFuture.supplyAsync(
                            () -> read(line.length), Thread::startVirtualThread);
            pipe.writer().write(line);
            assertThat(reader.join()).isEqualTo(line);
        }
    }

    @Test
    void whoWaitsCanBeInterrupted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> pipe.read(new byte[1], 0, 1))
                .withCauseInstanceOf(InterruptedException.class);
    }

    private void send(byte[] all) {
        Random sizes = new Random(9);
        try {
            for (int sent = 0; sent < all.length; ) {
                int some = Math.min(1 + sizes.nextInt(32_768), all.length - sent);
                window.acquire(some);
                pipe.writer().write(all, sent, some);
                sent += some;
            }
            pipe.writer().close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] read(int length) {
        try {
            byte[] read = new byte[length + 1];
            int filled = 0;
            while (filled < length) {
                filled += pipe.read(read, filled, read.length - filled);
            }
            return Arrays.copyOf(read, filled);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
