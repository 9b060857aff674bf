package org.spoolscope.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.spoolscope.lab.LabLogin;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.store.history.MailHistory;

/// Logs that grow without end (goal L14): five logs of the lab are written to at a steady rate and
/// followed as five servers at the default pace, their counts kept on disk. Ten times a second the
/// time of the newest line that a server's snapshot shows is compared with now: the lag. The CPU
/// time is that of this process, which writes the lines, too, but not of sshd.
///
/// Arguments, or all in one: the lab's folder, its SSH port, seconds, lines a second in all.
public final class FlowBench {
    private static final int SERVERS = 5;
    private static final int WARM_UP_SECONDS = 20;
    private static final long LOOK_MILLIS = 100;
    private static final long WRITE_MILLIS = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = "2026-01-01T00:00:00.000000+00:00".length();

    private FlowBench() {}

    public static void main(String[] words) throws Exception {
        String[] args = words.length == 1 ? words[0].split(" ") : words;
        LabLogin lab = LabLogin.of(args);
        int seconds = Integer.parseInt(args[2]);
        int rate = Integer.parseInt(args[3]);
        Path place = Files.createDirectories(lab.folder().resolve("log/flow"));
        List<ServerConfig> servers = new ArrayList<>();
        List<OutputStream> logs = new ArrayList<>();
        for (int n = 0; n < SERVERS; n++) {
            logs.add(
                    Files.newOutputStream(
                            place.resolve(n + ".log"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING));
            servers.add(
                    ServerConfig.of("lab" + n, "127.0.0.1")
                            .withPort(lab.port())
                            .withLog("/var/log/flow/" + n + ".log"));
        }
        Thread writer = Thread.ofPlatform().daemon().start(() -> write(logs, rate));
        try (MailHistory history =
                        MailHistory.open(
                                Files.createTempDirectory("flow").resolve("history.sqlite"));
                Ssh ssh = new Ssh(lab.settings());
                Fleet fleet =
                        new Fleet(
                                ssh,
                                servers,
                                MonitorSettings.DEFAULT,
                                LogSettings.builtIn().keeping(history),
                                InstantSource.system(),
                                Sleeper.REAL,
                                new Random(1))) {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            long before = lines(fleet);
            ProcessCost cost = ProcessCost.start();
            List<Double> lags = new ArrayList<>();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                fleet.snapshot().servers().forEach(server -> lags.add(lag(server)));
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            lags.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%.0f lines/s for %d s; lag median %.2f s, p99 %.2f s, longest %.2f s; %s%n",
                    (double) (lines(fleet) - before) / seconds,
                    seconds,
                    lags.get(lags.size() / 2),
                    lags.get(lags.size() * 99 / 100),
                    lags.getLast(),
                    cost.report());
        }
        writer.interrupt();
        writer.join();
        for (int n = 0; n < SERVERS; n++) {
            logs.get(n).close();
            Files.delete(place.resolve(n + ".log"));
        }
        System.exit(0);
    }

    private static long lines(Fleet fleet) {
        return fleet.snapshot().servers().stream().mapToLong(server -> server.log().lines()).sum();
    }

    private static double lag(ServerSnapshot server) {
        LogWindow window = server.log().window();
        Instant[] newest = {Instant.EPOCH};
        window.read(
                window.end() - 1,
                window.end(),
                (_, bytes, from, _) ->
                        newest[0] =
                                Instant.parse(
                                        new String(
                                                bytes,
                                                from,
                                                TIME_LENGTH,
                                                StandardCharsets.US_ASCII)));
        return Duration.between(newest[0], Instant.now()).toNanos() / 1e9;
    }

    /// A delivery in nine, the rest of what is logged about a message around it.
    private static void write(List<OutputStream> logs, int rate) {
        double each = rate * WRITE_MILLIS / 1000.0 / logs.size();
        double due = 0;
        long next = System.nanoTime();
        long number = 0;
        try {
            while (true) {
                due += each;
                next += TimeUnit.MILLISECONDS.toNanos(WRITE_MILLIS);
                for (OutputStream log : logs) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < (int) due; i++) {
                        text.append(line(number++));
                    }
                    log.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                }
                due -= (int) due;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        } catch (InterruptedException e) {
            // Told to stop.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(long n) {
        String head = TIME.format(Instant.now()) + " mx1 postfix/";
        String id = "4jYLjV" + Long.toString(1_000_000 + n / 3, 20).toUpperCase(Locale.ROOT);
        return head
                + switch ((int) (n % 3)) {
                    case 0 -> "qmgr[812]: " + id + ": from=<news@shop.example>, size=4312, nrcpt=1";
                    case 1 ->
                            "smtp[815]: "
                                    + id
                                    + ": to=<u"
                                    + n
                                    + "@d"
                                    + n % 4_001
                                    + ".example>, relay=mx.example.net[192.0.2.1]:25, delay=1.2,"
                                    + " delays=0.1/0.1/0.4/0.6, dsn=2.0.0, status=sent (250 2.0.0"
                                    + " Ok: queued as 4XkP2)";
                    default -> "qmgr[812]: " + id + ": removed";
                }
                + "\n";
    }
}
