package org.spoolscope.host;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.HostSample.Cpu;
import org.spoolscope.model.HostSample.Disk;
import org.spoolscope.model.HostSample.Load;
import org.spoolscope.model.HostSample.Memory;
import org.spoolscope.model.HostSample.Space;
import org.spoolscope.model.Reading;

class SampleParserTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String HEADER =
            """
            sampler\t1
            cpus\t2
            spool\t/var/spool/postfix
            device\tvda\t/sys/dev/block/254:0/stat
            .
            """;
    private static final String FIRST =
            """
            uptime\t1000.00 1900.00
            cpu\tcpu  1000 100 500 8000 400 10 20 30 999 0
            psi\tsome avg10=0.05 avg60=0.13 avg300=0.20 total=3000000
            load\t0.50 0.75 1.00 1/93 11067
            mem\tMemTotal:       24684092 kB
            mem\tMemFree:        24164640 kB
            mem\tMemAvailable:   24236404 kB
            disk\t100 5 800 400 50 5 400 200 0 300 600 0 0 0 0 0 0
            space\t/dev/vda  264212084 24027040  82363872      23% /
            inodes\t/dev/vda  16777216 441471 16335745    3% /
            mem\tSwapTotal:          2048 kB
            mem\tSwapFree:           1024 kB
            .
            """;
    private static final String SECOND =
            """
            uptime\t1002.00 1903.00
            cpu\tcpu  1040 110 530 8200 480 14 26 50 1009 0
            psi\tsome avg10=0.05 avg60=0.13 avg300=0.20 total=3500000
            load\t0.60 0.75 1.00 1/93 11067
            mem\tMemTotal:       24684092 kB
            mem\tMemFree:        24164640 kB
            mem\tMemAvailable:   24236400 kB
            disk\t140 5 800 600 110 5 400 700 0 800 600 0 0 0 0 0 0
            .
            """;

    @Test
    void readsTheHeader() {
        SampleParser parser = new SampleParser();

        assertThat(feed(parser, HEADER)).isNull();
        assertThat(parser.header().cpus()).isEqualTo(2);
        assertThat(parser.header().device()).isEqualTo("vda");
        assertThat(parser.header().missing()).isEmpty();
    }

    @Test
    void theFirstFrameHasNoRates() {
        HostSample sample = sample(HEADER + FIRST);

        assertThat(sample.at()).isEqualTo(NOW);
        assertThat(sample.cpu()).isEqualTo(Reading.notAvailable("needs a second sample"));
        assertThat(sample.ioPressure()).isEqualTo(Reading.notAvailable("needs a second sample"));
        assertThat(sample.disk()).isEqualTo(Reading.notAvailable("needs a second sample"));
        assertThat(sample.load()).isEqualTo(Reading.of(new Load(0.5, 0.75, 1.0)));
        assertThat(sample.memory())
                .isEqualTo(
                        Reading.of(
                                new Memory(
                                        24684092L * 1024,
                                        24236404L * 1024,
                                        2048 * 1024,
                                        1024 * 1024)));
        assertThat(sample.spool())
                .isEqualTo(
                        Reading.of(
                                new Space(
                                        264212084L * 1024, 82363872L * 1024, 16777216, 16335745)));
    }

    @Test
    void theSecondFrameHasRates() {
        HostSample sample = sample(HEADER + FIRST + SECOND);

        // 390 ticks: user 40 + nice 10, system 30 + irq 4 + softirq 6, idle 200, iowait 80, steal
        // 20
        Cpu cpu = value(sample.cpu());
        assertThat(cpu.user()).isCloseTo(50 / 390.0, within(1e-9));
        assertThat(cpu.system()).isCloseTo(40 / 390.0, within(1e-9));
        assertThat(cpu.iowait()).isCloseTo(80 / 390.0, within(1e-9));
        assertThat(cpu.steal()).isCloseTo(20 / 390.0, within(1e-9));
        assertThat(cpu.idle()).isCloseTo(200 / 390.0, within(1e-9));
        assertThat(value(sample.ioPressure())).isCloseTo(0.25, within(1e-9));
        // 100 requests that took 700 ms in all; busy 500 ms of 2 s
        assertThat(value(sample.disk())).isEqualTo(new Disk("vda", 7, 0.25, 50));
        assertThat(value(sample.spool()).inodes()).isEqualTo(16777216);
        assertThat(value(sample.memory()).swapFree()).isEqualTo(1024 * 1024);
    }

    @Test
    void countersThatGoBackwardsGiveNoValueOnce() {
        SampleParser parser = new SampleParser();
        feed(parser, HEADER + FIRST + SECOND);

        HostSample rebooted = last(parser, FIRST.replace("1000.00", "3.00"));
        HostSample after = last(parser, SECOND.replace("1002.00", "5.00"));

        assertThat(rebooted.cpu().orNull()).isNull();
        assertThat(rebooted.ioPressure().orNull()).isNull();
        assertThat(rebooted.disk().orNull()).isNull();
        assertThat(rebooted.load().orNull()).isNotNull();
        assertThat(value(after.cpu()).iowait()).isCloseTo(80 / 390.0, within(1e-9));
    }

    @Test
    void iowaitThatStepsBackALittleIsZero() {
        HostSample sample = sample(HEADER + FIRST + SECOND.replace(" 480 ", " 398 "));

        assertThat(value(sample.cpu()).iowait()).isZero();
        assertThat(value(sample.cpu()).idle()).isCloseTo(200 / 310.0, within(1e-9));
    }

    @Test
    void sharesStayBetweenZeroAndOne() {
        HostSample sample =
                sample(
                        HEADER
                                + FIRST
                                + SECOND.replace("total=3500000", "total=9900000")
                                        .replace(" 0 800 600", " 0 9300 600"));

        assertThat(value(sample.ioPressure())).isEqualTo(1);
        assertThat(value(sample.disk()).utilisation()).isEqualTo(1);
    }

    @Test
    void readsElevenColumnsAndAnIdleDisk() {
        String old = "disk\t100 5 800 400 50 5 400 200 0 300 600\n";
        HostSample sample =
                sample(
                        HEADER
                                + FIRST.replaceAll("disk\t.*\n", old)
                                + SECOND.replaceAll("disk\t.*\n", old));

        assertThat(value(sample.disk())).isEqualTo(new Disk("vda", 0, 0, 0));
    }

    @Test
    void countsFreeBuffersAndCachedBeforeLinux314() {
        HostSample sample =
                sample(
                        HEADER
                                + FIRST.replace(
                                        "mem\tMemAvailable:   24236404 kB\n",
                                        "mem\tBuffers: 100 kB\nmem\tCached: 200 kB\n"));

        assertThat(value(sample.memory()).available()).isEqualTo((24164640L + 300) * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "psi, this kernel has no I/O pressure (PSI)",
        "disk, 'the spool lies on overlay, which is no block device'",
        "cpu, there is no /proc/stat",
        "load, there is no /proc/loadavg",
        "memory, there is no /proc/meminfo"
    })
    void namesWhatIsMissing(String key, String why) {
        HostSample sample = sample(HEADER + FIRST + "missing\t" + key + "\t" + why + "\n.\n");

        Reading<?> reading =
                switch (key) {
                    case "psi" -> sample.ioPressure();
                    case "disk" -> sample.disk();
                    case "cpu" -> sample.cpu();
                    case "load" -> sample.load();
                    default -> sample.memory();
                };
        assertThat(reading).isEqualTo(Reading.notAvailable(why));
    }

    @Test
    void aFileSystemWithoutInodeCountHasNone() {
        HostSample sample =
                sample(
                        HEADER
                                + FIRST.replaceAll(
                                        "inodes\t.*\n", "inodes\t/dev/sda2  0 0 0  - /var\n"));

        assertThat(value(sample.spool()).inodes()).isZero();
    }

    @Test
    void keepsTheLastSpaceUntilDfFails() {
        SampleParser parser = new SampleParser();
        feed(parser, HEADER + FIRST);

        HostSample kept = last(parser, SECOND);
        HostSample failed = last(parser, "missing\tspace\tdf can't read the spool\n.\n");

        assertThat(kept.spool().orNull()).isNotNull();
        assertThat(failed.spool()).isEqualTo(Reading.notAvailable("df can't read the spool"));
    }

    @Test
    void survivesDamageAndFloods() {
        byte[] good = (HEADER + FIRST + SECOND).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20_261_124);
        String spice = "\t\n.-0 :%9\0x";
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = good.clone();
            for (int n = random.nextInt(12); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean()
                                ? (byte) random.nextInt(256)
                                : (byte) spice.charAt(random.nextInt(spice.length()));
            }
            feed(new SampleParser(), new String(bytes, StandardCharsets.UTF_8));
        }
        SampleParser parser = new SampleParser();
        for (int i = 0; i < 100_000; i++) {
            assertThat(parser.accept("x\t" + "9".repeat(i % 100), NOW)).isNull();
        }
        assertThat(parser.accept("y".repeat(1 << 20), NOW)).isNull();
        assertThat(parser.accept(".", NOW)).isNull();
    }

    private static HostSample sample(String text) {
        return last(new SampleParser(), text);
    }

    private static HostSample last(SampleParser parser, String text) {
        return requireNonNull(feed(parser, text));
    }

    private static @Nullable HostSample feed(SampleParser parser, String text) {
        HostSample last = null;
        for (String line : text.split("\n", -1)) {
            HostSample sample = parser.accept(line, NOW);
            last = sample != null ? sample : last;
        }
        return last;
    }

    private static <T> T value(Reading<T> reading) {
        return requireNonNull(reading.orNull(), reading::toString);
    }
}
