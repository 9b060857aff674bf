package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spoolscope.store.CausesFile;

/// What one reply of about 150 bytes costs to normalise, and to put into its class.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class ReasonNormaliserBench {
    private static final int REPLIES = 6;

    private static final List<byte[]> TEXTS =
            List.of(
                            "host gmail-smtp-in.l.google.com[192.0.2.27] said: 452-4.2.2 The recipient's inbox is out of storage space. 452 4.2.2 https://support.google.com/mail/?p=OverQuotaTemp af79cd13be357-7c5a1b2csi77.9 - gsmtp (in reply to RCPT TO command)",
                            "host mta7.am0.yahoodns.net[192.0.2.40] said: 421 4.7.0 [TSS04] Messages from 198.51.100.7 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1 (in reply to MAIL FROM command)",
                            "connect to mx3.mail.example.net[192.0.2.1]:25: Connection timed out",
                            "host mx.example.net[192.0.2.86] said: 450 4.2.0 <joe@example.net>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html (in reply to RCPT TO command)",
                            "host mx.example.net[192.0.2.86] said: 550 5.1.1 <joe@example.net>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)",
                            "delivery temporarily suspended: lost connection with mx1.example.org[192.0.2.9] while receiving the initial server greeting")
                    .stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();

    private final ReasonNormaliser normaliser = new ReasonNormaliser();
    private final CauseRules rules = new CauseRules(CausesFile.builtIn());

    @Benchmark
    @OperationsPerInvocation(REPLIES)
    public int normalise() {
        int sum = 0;
        for (byte[] text : TEXTS) {
            normaliser.normalise(text, 0, text.length);
            sum += normaliser.keyLength();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(REPLIES)
    public int verdict() {
        int sum = 0;
        for (byte[] text : TEXTS) {
            normaliser.normalise(text, 0, text.length);
            sum += rules.verdict(normaliser).kind().ordinal();
        }
        return sum;
    }
}
