package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.monitor.files.SummaryReader;
import org.spoolscope.postfix.summary.GrandTotals;
import org.spoolscope.postfix.summary.Summary;
import org.spoolscope.postfix.summary.SummaryCounter;

/// What `summary` and pflogsumm count in the logs of two real instances.
@Tag("lab")
final class SummaryLabTest {
    /// One of the campaign's recipients. pflogsumm takes its address to end at the first `>`, and
    /// misses its deferrals (docs/pflogsumm.md).
    private static final String SPOOFED = "\"fake: to=<v@x>, status=sent (250 ok)\"@";

    private static final List<String> RULED =
            List.of("refused", "later", "noted", "held", "dropped", "turned", "tried", "a", "a");
    private static final List<String> HEADERS =
            List.of("reject", "warn", "hold", "discard", "redirect", "none");

    @RegisterExtension final Lab lab = new Lab();
    @TempDir Path folder;

    private final Map<String, Long> before = new HashMap<>();

    @BeforeEach
    void mixedCampaign() throws IOException {
        lab.empty();
        for (String log : List.of("mail.log", "mail-out.log")) {
            before.put(log, Files.size(lab.folder.resolve("log").resolve(log)));
        }
        lab.fault("rules");
        for (int instance : List.of(SmtpClient.DEFAULT, SmtpClient.OUT)) {
            ruled(instance);
        }
        lab.mend("rules");
        lab.campaign(160);
        for (String directory : Lab.CONFIG_DIRECTORIES) {
            var _ = lab.inside("postsuper", "-c", directory, "-d", "ALL", "hold");
            var _ = lab.inside("postsuper", "-c", directory, "-r", "ALL", "deferred");
            var _ = lab.inside("postqueue", "-c", directory, "-f");
        }
        lab.fault("still");
    }

    /// One of each thing that a rule can do to a message.
    private void ruled(int instance) throws IOException {
        try (SmtpClient client = new SmtpClient(lab, instance)) {
            var _ = client.command("EHLO client.example");
            for (String recipient : RULED) {
                var _ = client.command("MAIL FROM:<" + recipient + "@reject.example>");
                var _ = client.command("RCPT TO:<" + recipient + "@accept.example>");
                var _ = client.command("RCPT TO:<list@local.example>");
                send(client, "Subject: ruled");
            }
            for (String header : HEADERS) {
                var _ = client.command("MAIL FROM:<>");
                var _ = client.command("RCPT TO:<" + header + "@defer.example>");
                send(client, "X-Rule: " + header);
            }
        }
    }

    private static void send(SmtpClient client, String header) throws IOException {
        var _ = client.command("DATA");
        var _ = client.command(header + "\r\n\r\nSent by a test.\r\n.");
    }

    @Test
    void theyAgreeButForASpoofedRecipient() throws Exception {
        for (String log : before.keySet()) {
            String text = text(log);
            Map<String, String> ours = GrandTotals.of(summary(text));
            String plain = text.replace(SPOOFED, "plain@");

            assertThat(ours).as(log).isEqualTo(pflogsumm(log, plain));
            assertThat(ours).doesNotContainValue("0");

            long spoofed = text.lines().filter(line -> line.contains(SPOOFED)).count();
            Map<String, String> theirs = pflogsumm(log, text);
            assertThat(difference(ours, theirs, "deferrals")).isEqualTo(spoofed).isPositive();
            assertThat(difference(ours, theirs, "deferred")).isBetween(1L, spoofed);
            ours.keySet().removeAll(List.of("deferred", "deferrals"));
            assertThat(theirs).containsAllEntriesOf(ours);
        }
    }

    private static long difference(
            Map<String, String> ours, Map<String, String> theirs, String figure) {
        return Long.parseLong(ours.get(figure)) - Long.parseLong(theirs.get(figure));
    }

    /// What was logged since the test began, up to the last line that is whole.
    private String text(String log) throws IOException {
        byte[] bytes = Files.readAllBytes(lab.folder.resolve("log").resolve(log));
        int from = Math.toIntExact(before.getOrDefault(log, 0L));
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static Summary summary(String text) throws IOException, InterruptedException {
        SummaryCounter counter = new SummaryCounter();
        new SummaryReader(ZoneId.systemDefault(), InstantSource.system())
                .read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                        counter);
        return counter.summary(0);
    }

    private Map<String, String> pflogsumm(String log, String text) throws IOException {
        Path file = folder.resolve(log);
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        return GrandTotals.printed(
                Lab.run(
                        List.of(
                                "pflogsumm",
                                "--syslog-name",
                                log.equals("mail.log") ? "postfix" : "postfix-out",
                                file.toString())));
    }
}
