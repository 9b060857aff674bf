package org.spoolscope.demo;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.SampleParser;
import org.spoolscope.model.RemoteCall;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// What a large demo fleet costs: simulated hosts, SSH servers, SSH client and parsers in one
/// process, each host sampled every 2 s and listed every 30 s. Prints CPU (in cores) and resident
/// memory, after the first 20 s.
///
/// `mvn -q -Pbench test-compile exec:exec -Dexec.mainClass=org.spoolscope.demo.FleetCost`, or run
/// it from an IDE; arguments: servers, seconds.
public final class FleetCost {
    private static final Budget LONG = new Budget(Long.MAX_VALUE, Duration.ofHours(1));
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private FleetCost() {}

    public static void main(String[] args) throws Exception {
        int servers = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        AtomicLong samples = new AtomicLong();
        AtomicLong messages = new AtomicLong();
        try (DemoFleet fleet = DemoFleet.start(42, servers, 1);
                Ssh ssh = new Ssh(fleet.settings());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServerConfig server : fleet.servers()) {
                var _ = threads.submit(() -> watch(ssh, server, samples, messages));
            }
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            long cpu = cpuNanos();
            long sampled = samples.get();
            TimeUnit.SECONDS.sleep(seconds);
            System.out.printf(
                    "%d servers, %d s: %.2f cores, %d MB resident, %.1f samples/s, %d messages%n",
                    servers,
                    seconds,
                    (cpuNanos() - cpu) / 1e9 / seconds,
                    residentMegabytes(),
                    (double) (samples.get() - sampled) / seconds,
                    messages.get());
            threads.shutdownNow();
        }
    }

    private static Void watch(Ssh ssh, ServerConfig server, AtomicLong samples, AtomicLong messages)
            throws SshException, InterruptedException, IOException {
        RemoteCall list = PostfixCommands.LIST_JSON.call("/etc/postfix");
        try (SshConnection connection = ssh.connect(server, Passphrases.NONE);
                RemoteProcess sampler =
                        connection.start(HostCommands.SAMPLE.call("/var/spool/postfix"), LONG)) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(sampler.stdout(), StandardCharsets.UTF_8));
            SampleParser parser = new SampleParser();
            for (int round = 0; ; round++) {
                if (round % 15 == 0) {
                    byte[] listing = connection.run(list, new byte[0], LONG).stdout();
                    messages.addAndGet(
                            PostqueueJson.readAll("-", new ByteArrayInputStream(listing))
                                    .messages()
                                    .size());
                }
                sampler.stdin().write("s\n".getBytes(StandardCharsets.UTF_8));
                sampler.stdin().flush();
                while (parser.accept(lines.readLine(), java.time.Instant.now()) == null) {
                    // Until the frame is whole.
                }
                samples.incrementAndGet();
                TimeUnit.SECONDS.sleep(2);
            }
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }
}
