package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Messages through a real Postfix, and the journeys that `trace` finds in its logs.
@Tag("lab")
final class JourneyLabTest {
    private static final String LATER = "451 4.7.1 come again";

    @RegisterExtension final Lab lab = new Lab();

    @BeforeEach
    void noOtherMail() {
        lab.empty();
    }

    /// Accepted at once; deferred, then accepted; bounced; held, then requeued.
    @Test
    void aMessageToFourDomains() throws Exception {
        String held = "held." + System.nanoTime() + "@two.test.example";
        String name = "four." + held;
        String id;
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean open = new AtomicBoolean();
        try (TestingSink sink =
                        new TestingSink(
                                lab,
                                to ->
                                        open.get() || to.startsWith("grey") && !seen.add(to)
                                                ? "250 2.0.0 taken"
                                                : LATER);
                SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT)) {
            id =
                    client.send(
                            "news@accept.example",
                            name,
                            "a@accept.example",
                            "grey@one.test.example",
                            "no@reject.example",
                            held);
            sink.await(2);
            var _ = lab.awaitLine("mail.log", id + ": sender non-delivery notification");
            var _ = lab.inside("postqueue", "-f");
            sink.await(4);
            var _ = lab.awaitLine("mail.log", id + ": to=<grey@one.test.example>", "status=sent");
            var _ = lab.inside("postsuper", "-h", id);
            var _ = lab.inside("postsuper", "-r", id);
            open.set(true);
            var _ = lab.inside("postqueue", "-f");
            var _ = lab.awaitLine("mail.log", "orig_id=" + id);
            sink.await(5);
        }
        String requeued = id(lab.awaitLine("mail.log", "orig_id=" + id));
        String notice = lastWord(lab.awaitLine("mail.log", id + ": sender non-delivery"));
        var _ = lab.awaitLine("mail.log", requeued + ": removed");
        var _ = lab.awaitLine("mail.log", notice + ": removed");

        List<String> whole =
                List.of(
                        id + " requeued",
                        "received",
                        "named",
                        "active",
                        "bounced no@reject.example 5.1.1 mx.reject.example: host"
                                + " mx.reject.example[127.0.0.13] said: 550 5.1.1 Recipient address"
                                + " rejected: User unknown (in reply to RCPT TO command)",
                        "deferred grey@one.test.example 4.7.1 mx.test.example: " + said(LATER),
                        "deferred " + held + " 4.7.1 mx.test.example: " + said(LATER),
                        "sent a@accept.example 2.0.0 mx.accept.example: 250 2.0.0 Ok",
                        "notified",
                        "active",
                        "deferred " + held + " 4.7.1 mx.test.example: " + said(LATER),
                        "sent grey@one.test.example 2.0.0 mx.test.example: 250 2.0.0 taken",
                        "held",
                        "requeued",
                        id + " notification " + notice + " delivered",
                        "named",
                        "active",
                        "sent news@accept.example 2.0.0 mx.accept.example: 250 2.0.0 Ok",
                        "removed",
                        id + " requeue " + requeued + " delivered",
                        "picked_up",
                        "named",
                        "active",
                        "sent " + held + " 2.0.0 mx.test.example: 250 2.0.0 taken",
                        "removed");
        for (String term : List.of(notice, held)) {
            assertThat(TracedJourneys.of(onServer(term))).as(term).containsExactlyElementsOf(whole);
        }
        assertThat(TracedJourneys.of(inFiles(requeued)))
                .filteredOn(line -> !line.matches("connected|disconnected"))
                .containsExactlyElementsOf(whole);
    }

    /// From the default instance to the other, as from server to server.
    @Test
    void aMessageOverTwoServers() throws Exception {
        String name = "two." + System.nanoTime() + "@client.example";
        String id;
        try (SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT)) {
            id = client.send("news@accept.example", name, "a@next.example");
        }
        var _ = lab.awaitLine("mail.log", id + ": removed");
        String next =
                lastWord(lab.awaitLine("mail.log", id + ": to=<a@next.example>", "queued as"));
        var _ = lab.awaitLine("mail-out.log", next + ": removed");

        List<String> whole =
                List.of(
                        id + " delivered",
                        "received",
                        "named",
                        "active",
                        "sent a@next.example 2.0.0 mx.next.example: 250 2.0.0 Ok: queued as "
                                + next,
                        "removed",
                        id + " next_hop " + next + " delivered",
                        "received",
                        "named",
                        "active",
                        "sent a@next.example 2.0.0 mx.accept.example: 250 2.0.0 Ok",
                        "removed");
        assertThat(TracedJourneys.of(onServer(next))).containsExactlyElementsOf(whole);
        assertThat(TracedJourneys.of(onTwoServers(next))).containsExactlyElementsOf(whole);
        assertThat(TracedJourneys.of(onTwoServers(id))).containsExactlyElementsOf(whole);
        assertThat(TracedJourneys.of(inFiles(name)))
                .filteredOn(line -> !line.matches("connected|disconnected"))
                .containsExactlyElementsOf(whole);
    }

    private static String id(String line) {
        return line.split(": ", 3)[1];
    }

    private static String lastWord(String line) {
        return line.substring(line.lastIndexOf(' ') + 1).replace(")", "");
    }

    private static String said(String reply) {
        return "host mx.test.example[127.0.0.17] said: " + reply + " (in reply to RCPT TO command)";
    }

    private String onServer(String term) throws Exception {
        return new CommandLine(lab).run("trace", "lab", term, "--json");
    }

    private String inFiles(String term) throws Exception {
        Path logs = lab.folder.resolve("log");
        return new CommandLine(lab)
                .run(
                        "trace",
                        term,
                        "--json",
                        "--file",
                        logs.resolve("mail.log").toString(),
                        logs.resolve("mail-out.log").toString());
    }

    /// The same machine, configured as two servers, of which each has its own log.
    private String onTwoServers(String term) throws Exception {
        Path folder = Files.createDirectories(lab.folder.resolve("two"));
        Files.writeString(
                folder.resolve("servers.toml"), server("in", "mail") + server("out", "mail-out"));
        return new CommandLine(lab, folder).run("trace", "in", "out", term, "--json");
    }

    private String server(String name, String log) {
        return """
        [[server]]
        name = "%s"
        host = "127.0.0.1"
        port = %d
        user = "ops"
        identity = "%s"
        log = "/var/log/%s.log"
        """
                .formatted(name, lab.port, lab.operator("id_ed25519"), log);
    }
}
