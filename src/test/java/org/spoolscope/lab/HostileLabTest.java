package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.HostileText;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.journey.Attempt;
import org.spoolscope.postfix.journey.Journey;
import org.spoolscope.postfix.journey.JourneySearch;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.journey.JourneyTerm;
import org.spoolscope.postfix.journey.Step;
import org.spoolscope.postfix.log.LogParser;

/// Goal H1: mail that wants to be taken for something else, through a real Postfix. What it left in
/// the log and the queue is kept in `src/test/resources/org/spoolscope/hostile`, for the tests of
/// the pages; `-Dspoolscope.capture=FOLDER` writes it anew.
@Tag("lab")
final class HostileLabTest {
    private static final String SENDER = "corpus@test.example";

    @RegisterExtension final Lab lab = new Lab();
    @TempDir Path folder;

    @Test
    void whatBecameOfItIsWhatIsSaid() throws Exception {
        lab.empty();
        int before = log().length();
        Map<String, String> truth = sendAll();
        byte[] lines = log().substring(before).getBytes(StandardCharsets.ISO_8859_1);
        String captured = Files.write(folder.resolve("mail.log"), lines).toString();
        capture(lines, truth);

        assertThat(journeys(lines, truth.keySet())).isEqualTo(new TreeMap<>(truth));
        CommandLine cli = new CommandLine(lab);
        String events = cli.run("events", "--json", captured);
        assertThat(deliveries(events, truth)).isEqualTo(new TreeMap<>(truth));
        String trace = cli.run("trace", "--json", "--file", captured, SENDER);
        assertThat(traced(trace, truth)).hasSizeGreaterThan(60).isSubsetOf(truth.entrySet());
        String queue = cli.run("queue", "lab", "--json");
        assertThat(Json.objects(queue))
                .hasSize((int) truth.values().stream().filter("deferred"::equals).count());
        String ofServer = cli.run("log", "lab", "--json", "--since", "5m");
        assertThat(deliveries(ofServer, truth)).isEqualTo(new TreeMap<>(truth));
        for (String output :
                List.of(
                        events,
                        trace,
                        queue,
                        ofServer,
                        cli.run("events", captured),
                        cli.run("trace", "--file", captured, SENDER),
                        cli.run("queue", "lab"),
                        cli.run("log", "lab", "--since", "5m"))) {
            assertThat(HostileText.rawIn(output)).as(output.lines().findFirst().get()).isEmpty();
        }
    }

    /// Bytes as chars.
    private String log() throws IOException {
        return Files.readString(lab.folder.resolve("log/mail.log"), StandardCharsets.ISO_8859_1);
    }

    /// Keeps what was logged and queued, and what became of it, in the folder that the system
    /// property names, if any.
    private void capture(byte[] lines, Map<String, String> truth) throws IOException {
        String to = System.getProperty("spoolscope.capture");
        if (to == null) {
            return;
        }
        Path kept = Path.of(to);
        Files.write(kept.resolve("mail.log"), lines);
        Files.writeString(kept.resolve("queue.jsonl"), lab.inside("postqueue", "-j"));
        Files.write(
                kept.resolve("truth.txt"),
                truth.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
    }

    /// Sends the corpus, and gives strangers a chance to say more to smtpd.
    ///
    /// @return what became of each message that was taken, by queue id
    private Map<String, String> sendAll() throws Exception {
        Map<String, String> replies = new HashMap<>();
        HostileMail.corpus().forEach(mail -> replies.put(mail.domain(), mail.reply()));
        Map<String, String> truth = new LinkedHashMap<>();
        try (TestingSink sink =
                        new TestingSink(
                                lab,
                                to ->
                                        replies.getOrDefault(
                                                to.substring(to.lastIndexOf('@') + 1), "250 ok"));
                SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT)) {
            for (HostileMail mail : HostileMail.corpus()) {
                String id = client.send(mail);
                if (!id.isEmpty()) {
                    truth.put(id, mail.status());
                }
            }
            for (String scrap : HostileMail.SCRAPS) {
                mutter(scrap);
            }
            assertThat(truth).hasSizeGreaterThanOrEqualTo(replies.size() - 2);
            sink.await(truth.size());
            for (String id : truth.keySet()) {
                if (!log().contains(id + ": to=<")) {
                    var _ = lab.awaitLine("mail.log", id + ": to=<");
                }
            }
        }
        return truth;
    }

    /// Says it where it is turned away.
    private void mutter(String scrap) throws IOException {
        try (SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT)) {
            var _ = client.command("EHLO " + scrap);
            var _ = client.command("MAIL FROM:<" + HostileMail.quoted(scrap) + "@test.example>");
            var _ = client.command("RCPT TO:<" + HostileMail.quoted(scrap) + "@unknown.example>");
            var _ = client.command("RCPT TO:<user@unknown.example>");
            var _ = client.command("VRFY " + scrap);
            var _ = client.command("GET " + scrap);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("hung up");
        }
    }

    /// All statuses that the journeys of these messages have, by id.
    private static Map<String, String> journeys(byte[] lines, Iterable<String> ids)
            throws IOException {
        LogWindow.Writer window = new LogWindow.Writer(16 << 20);
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                window.add(lines, from, i);
                from = i + 1;
            }
        }
        LogWindow whole = window.window();
        JourneySource source =
                new JourneySource(
                        "lab",
                        reader -> whole.read(0, whole.end(), reader),
                        () -> new LogParser(ZoneId.systemDefault(), InstantSource.system()));
        Map<String, String> statuses = new TreeMap<>();
        for (String id : ids) {
            List<Journey> found =
                    new JourneySearch(List.of(source)).find(JourneyTerm.of(id)).journeys();
            assertThat(found).hasSize(1);
            statuses.put(
                    id,
                    String.join(
                            " ",
                            found.getFirst().start().steps().stream()
                                    .map(Step::attempt)
                                    .filter(Objects::nonNull)
                                    .map(Attempt::status)
                                    .toList()));
        }
        return statuses;
    }

    /// The different statuses of `delivery` events of these messages, by id: what was put off may
    /// have been tried again meanwhile.
    private static Map<String, String> deliveries(String json, Map<String, String> truth) {
        Map<String, String> statuses = new TreeMap<>();
        for (Map<String, Object> event : Json.objects(json)) {
            String id = String.valueOf(event.get("id"));
            if (event.get("event").equals("delivery") && truth.containsKey(id)) {
                statuses.merge(
                        id,
                        String.valueOf(event.get("status")),
                        (one, two) -> one.equals(two) ? one : one + " " + two);
            }
        }
        return statuses;
    }

    private static Set<Map.Entry<String, String>> traced(String json, Map<String, String> truth) {
        Set<Map.Entry<String, String>> statuses = new TreeSet<>(Map.Entry.comparingByKey());
        for (Map<String, Object> message : Json.objects(json)) {
            String id = String.valueOf(message.get("id"));
            for (Object step : (List<?>) message.get("steps")) {
                Object status = ((Map<?, ?>) step).get("status");
                if (status != null && truth.containsKey(id)) {
                    statuses.add(Map.entry(id, String.valueOf(status)));
                }
            }
        }
        return statuses;
    }
}
