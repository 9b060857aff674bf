package org.spoolscope.host;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Reading;
import org.spoolscope.model.RemoteCommand;

/// Runs the real sampler against `/proc` and `/sys` of hosts that this machine is not.
@Timeout(30)
class OtherHostsTest {
    private static final String ROOT = "1 0 8:2 / / rw - ext4 /dev/sda2 rw\n";

    @TempDir Path root;
    private final SampleParser parser = new SampleParser();

    @BeforeEach
    void plainHost() throws IOException {
        put("proc/uptime", "100.00 50.00");
        put(
                "proc/stat",
                "cpu  1 2 3 4 5 6 7 8 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0\ncpu1 0 0 0 0 0 0 0 0");
        put("proc/loadavg", "0.10 0.20 0.30 1/2 3");
        put("proc/pressure/io", "some avg10=0.00 avg60=0.00 avg300=0.00 total=5\nfull x");
        put("proc/meminfo", "MemTotal: 100 kB\nMemFree: 10 kB\nMemAvailable: 60 kB\nBuffers: 5 kB");
        put("proc/self/mountinfo", ROOT);
        put("spool/active", "");
        device("8:0", "devices/sda", "sda", "1 0 0 0 1 0 0 0 0 1 1");
        device("8:2", "devices/sda/sda2", "sda2", "9 9 9 9 9 9 9 9 9 9 9");
        put("sys/devices/sda/sda2/partition", "2");
    }

    @Test
    void aPartitionIsMeasuredAsItsWholeDisk() throws Exception {
        Reading<HostSample.Disk> disk = sample().disk();

        assertThat(parser.header().device()).isEqualTo("sda");
        assertThat(requireNonNull(disk.orNull()).requestsPerSecond()).isZero();
        assertThat(parser.header().cpus()).isEqualTo(2);
    }

    @Test
    void theLongestMountPointHoldsTheSpoolAndTheLaterOfTwoLiesOnTop() throws Exception {
        device("253:3", "devices/dm-3", "dm-3", "1 0 0 0 1 0 0 0 0 1 1");
        String spool = root.resolve("spool").toRealPath().toString();
        put(
                "proc/self/mountinfo",
                ROOT
                        + "2 1 0:9 / "
                        + spool
                        + " rw shared:1 - tmpfs tmpfs rw\n"
                        + "3 1 253:3 / "
                        + spool
                        + " rw shared:1 master:2 - xfs /dev/mapper/x rw\n"
                        + "4 1 0:7 / "
                        + spool
                        + "x rw - tmpfs tmpfs rw\n");

        sample();

        assertThat(parser.header().device()).isEqualTo("dm-3");
    }

    @Test
    void btrfsIsFoundByItsSource() throws Exception {
        device("8:16", "devices/sdb", "sdb", "1 0 0 0 1 0 0 0 0 1 1");
        put("sys/class/block/sdb/dev", "8:16");
        put("proc/self/mountinfo", "1 0 0:31 /@ / rw - btrfs /dev/sdb rw\n");

        sample();

        assertThat(parser.header().device()).isEqualTo("sdb");
    }

    @Test
    void aContainersOverlayIsNamed() throws Exception {
        put("proc/self/mountinfo", "1 0 0:31 / / rw - overlay overlay rw\n");

        assertThat(sample().disk())
                .isEqualTo(
                        Reading.notAvailable(
                                "the spool lies on overlay, which is no block device"));
    }

    @Test
    void diskstatsServeWhereSysDoesNot() throws Exception {
        delete("sys/dev/block/8:2");
        put("proc/diskstats", "8 0 sda 1 1 1\n8 2 sda2 5 0 0 0 5 0 0 0 0 5 5\n");

        Reading<HostSample.Disk> disk = sample().disk();

        assertThat(parser.header().device()).isEqualTo("sda2");
        assertThat(disk.orNull()).isNotNull();
    }

    @Test
    void anOldKernelHasNoPressureAndCountsMemoryItself() throws Exception {
        delete("proc/pressure/io");
        put("proc/meminfo", "MemTotal: 100 kB\nMemFree: 10 kB\nBuffers: 5 kB\nCached: 20 kB\nX: 1");

        HostSample sample = sample();

        assertThat(sample.ioPressure())
                .isEqualTo(Reading.notAvailable("this kernel has no I/O pressure (PSI)"));
        assertThat(parser.header().missing()).containsKey("psi");
        assertThat(requireNonNull(sample.memory().orNull()).available()).isEqualTo(35 * 1024);
    }

    @Test
    void whatIsNotThereIsNamedAndTheRestGoesOn() throws Exception {
        delete("proc/stat");
        delete("proc/loadavg");
        delete("proc/meminfo");
        delete("proc/self/mountinfo");

        HostSample sample = sample();

        assertThat(sample.cpu()).isEqualTo(Reading.notAvailable("there is no /proc/stat"));
        assertThat(sample.load()).isEqualTo(Reading.notAvailable("there is no /proc/loadavg"));
        assertThat(sample.memory()).isEqualTo(Reading.notAvailable("there is no /proc/meminfo"));
        assertThat(sample.disk())
                .isEqualTo(Reading.notAvailable("there is no /proc/self/mountinfo"));
        assertThat(sample.ioPressure().orNull()).isNotNull();
    }

    @Test
    void aSpoolThatIsNotThereIsNamed() throws Exception {
        delete("spool/active");
        delete("spool");

        assertThat(sample().disk())
                .isInstanceOfSatisfying(
                        Reading.NotAvailable.class,
                        reading -> assertThat(reading.why()).endsWith("can't be entered"));
    }

    private void device(String number, String path, String name, String stat) throws IOException {
        put("sys/" + path + "/uevent", "MAJOR=0\nDEVNAME=" + name + "\nDEVTYPE=disk");
        put("sys/" + path + "/stat", stat);
        Files.createDirectories(root.resolve("sys/dev/block"));
        Files.createSymbolicLink(
                root.resolve("sys/dev/block").resolve(number), Path.of("../..").resolve(path));
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.endsWith("\n") ? text : text + "\n");
    }

    private void delete(String file) throws IOException {
        Files.delete(root.resolve(file));
    }

    /// The second of two samples.
    private HostSample sample() throws IOException, InterruptedException {
        String script = HostCommands.SAMPLE.script();
        for (String directory : new String[] {"/proc/", "/sys/"}) {
            script = script.replaceAll("(?<=[<\" =])" + directory, root + directory);
        }
        RemoteCommand command = new RemoteCommand("sample", script);
        Process process =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                command.call(root.resolve("spool").toString()).execLine())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().write("s\ns\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        out = out.replace(root + "/proc/", "/proc/");
        // The clock stands still in these files: give the second frame a later time.
        int second = out.lastIndexOf("uptime\t100.00");
        out = out.substring(0, second) + "uptime\t102.00" + out.substring(second + 13);
        @Nullable HostSample last = null;
        for (String line : out.split("\n", -1)) {
            HostSample sample = parser.accept(line, Instant.EPOCH);
            last = sample != null ? sample : last;
        }
        assertThat(process.waitFor()).isZero();
        return requireNonNull(last);
    }
}
