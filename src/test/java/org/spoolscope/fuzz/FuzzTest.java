package org.spoolscope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.fuzz.FuzzedParser.Feed;

/// Goal H3: no exception, no input over a second, allocation bounded. Some 100,000 inputs at each
/// run, the same ones; `-Dspoolscope.fuzz=10000000 -Dspoolscope.fuzz.seed=1` for more and others.
///
/// What was found once is kept in `findings.properties`: a parser's name, a dot and a number, and
/// the input in hexadecimal.
class FuzzTest {
    private static final long INPUTS = Long.getLong("spoolscope.fuzz", 100_000);
    private static final long SEED = Long.getLong("spoolscope.fuzz.seed", 20_261_128);
    private static final long MOST_NANOS = 1_000_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long slowest;
    private long largest;

    @ParameterizedTest
    @EnumSource(FuzzedParser.class)
    void bearsAnything(FuzzedParser parser, TestReporter reporter) throws IOException {
        Feed feed = parser.start();
        for (byte[] seed : parser.seeds()) {
            feed.accept(seed); // loads the classes, which is not the input's fault
        }
        Mutator mutator = new Mutator(SEED, parser.seeds(), parser.words());
        long inputs = parser.share(INPUTS);
        assertThat(inputs).isPositive();
        for (long i = 0; i < inputs; i++) {
            check(parser, feed, mutator.next());
        }
        reporter.publishEntry(
                parser.name(),
                inputs + " inputs, slowest " + slowest / 1000 + " µs, most allocated " + largest);
    }

    @Test
    void bearsWhatWasFoundOnce() throws IOException {
        Properties findings = new Properties();
        try (InputStream in =
                Objects.requireNonNull(FuzzTest.class.getResourceAsStream("findings.properties"))) {
            findings.load(in);
        }
        assertThat(findings).isNotEmpty();
        for (String name : findings.stringPropertyNames()) {
            FuzzedParser parser = FuzzedParser.valueOf(name.substring(0, name.indexOf('.')));
            check(parser, parser.start(), HexFormat.of().parseHex(findings.getProperty(name)));
        }
    }

    private void check(FuzzedParser parser, Feed feed, byte[] input) {
        Cost cost = measured(parser, feed, input);
        // A collector or another program may have got between: what is the input's fault comes
        // again.
        for (int i = 0; i < 3 && cost.isTooMuch(parser, input); i++) {
            cost = measured(parser, feed, input);
        }
        if (cost.isTooMuch(parser, input)) {
            throw new AssertionError(cost + ": " + finding(parser, input));
        }
        slowest = Math.max(slowest, cost.nanos());
        largest = Math.max(largest, cost.bytes());
    }

    private Cost measured(FuzzedParser parser, Feed feed, byte[] input) {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        try {
            feed.accept(input);
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(finding(parser, input), e);
        }
        long nanos = System.nanoTime() - begun;
        return new Cost(nanos, threads.getCurrentThreadAllocatedBytes() - allocated);
    }

    private record Cost(long nanos, long bytes) {
        boolean isTooMuch(FuzzedParser parser, byte[] input) {
            return nanos > MOST_NANOS || bytes > parser.mostBytes(input);
        }
    }

    private static String finding(FuzzedParser parser, byte[] input) {
        return parser + ".N=" + HexFormat.of().formatHex(input);
    }
}
