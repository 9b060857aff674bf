package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.cli.CommandRun;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.store.BlocklistsFile;

/// `docs/guide.md`, followed to the letter on a real server that is called as the guide calls it.
/// What the guide says was done, Postfix's own tools must say, too.
@Tag("lab")
final class GuideLabTest {
    private static final String NEWS = "news@sender.example";
    private static final String FORM = "form@sender.example";
    private static final String LIMITED =
            "450 4.7.28 Our system has detected an unusual rate of mail from your address";

    private static final String UNTIL =
            "until [ $(grep -acF -e \"$1\" /var/log/mail.log) -ge $2 ]; do sleep 0.05; done";

    @RegisterExtension final Lab lab = new Lab();
    @TempDir Path folder;

    @BeforeEach
    void prepare() throws Exception {
        lab.empty();
        var _ = lab.inside("truncate", "-s", "0", "/var/log/mail.log");
        Files.writeString(
                folder.resolve("servers.toml"),
                """
                [[server]]
                name = "mail1"
                host = "127.0.0.1"
                port = %d
                user = "ops"
                identity = "%s"
                instance = "-"
                addresses = ["192.0.2.10"]
                """
                        .formatted(lab.port, lab.operator("id_ed25519")));
        writeLists();
    }

    /// The real names, asked where the lab has a list that answers so.
    private void writeLists() throws IOException {
        StringBuilder lists =
                new StringBuilder(
                        """
                        [[list]]
                        name = "Spamhaus ZEN"
                        zone = "listed.bl.example"

                        [[list]]
                        name = "SpamCop"
                        zone = "clean.bl.example"
                        """);
        BlocklistsFile.builtIn().stream()
                .map(list -> list.name())
                .filter(name -> !Set.of("Spamhaus ZEN", "SpamCop").contains(name))
                .forEach(name ->
                        lists.append("\n[[list]]\nname = \"%s\"\nasked = false\n".formatted(name)));
        Files.writeString(folder.resolve("blocklists.toml"), lists);
    }

    @Test
    void beforeTheFirstTask() throws Exception {
        GuideTask task = task("Before the first task");
        task.next("doctor", 1);
        task.end();
    }

    @Test
    void watchACampaign() throws Exception {
        try (var _ = new TestingSink(lab, _ -> LIMITED)) {
            sendCampaign();
            GuideTask task = task("Watch a campaign");
            task.next("watch", 0);
            task.next("queue", 0);
            task.end();
        }
    }

    @Test
    void mailIsStuck() throws Exception {
        AtomicBoolean mended = new AtomicBoolean();
        try (var _ = new TestingSink(lab, _ -> mended.get() ? "250 2.1.5 ok" : LIMITED)) {
            sendCampaign();
            GuideTask task = task("Mail is stuck");
            task.next("queue", 0);
            task.next("queue", 0);
            task.next("trace", 0);
            mended.set(true);
            task.next("retry", 0);
            var _ = lab.awaitLine("mail.log", task.real("7C1B25D") + ": removed");
            assertThat(left("test.example")).hasSize(5);
            task.next("log", 0);
            task.next("flush", 0);
            awaitLines(5 + 6, ": removed");
            assertThat(left("test.example")).isEmpty();
            assertThat(left("refuse.example")).hasSize(3);
            task.end();
        }
    }

    @Test
    void areWeListed() throws Exception {
        GuideTask task = task("Are we listed");
        task.next("check-ip", 1);
        task.next("check", 1);
        task.end();
    }

    @Test
    void holdReleaseRequeueDeleteSafely() throws Exception {
        send(NEWS, 2, "refuse.example");
        send(FORM, 3, "refuse.example");
        awaitLines(2 + 3, "status=deferred");
        Set<String> news = idsOf(NEWS);
        GuideTask task = task("Hold, release, requeue, delete safely");

        task.next("hold", 0);
        assertThat(queuesOf(NEWS)).containsOnly(QueueName.DEFERRED);
        task.next("hold", 0);
        assertThat(queuesOf(NEWS)).containsOnly(QueueName.HOLD);
        assertThat(queuesOf(FORM)).containsOnly(QueueName.DEFERRED);
        task.next("queue", 0);
        task.next("release", 0);
        assertThat(queuesOf(NEWS)).doesNotContain(QueueName.HOLD);
        task.next("requeue", 0);
        var _ = lab.inside("postqueue", "-f"); // else maildrop is looked at once a minute
        awaitLines(2, "orig_id=");
        assertThat(idsOf(NEWS)).hasSize(2).doesNotContainAnyElementsOf(news);
        task.next("delete", 0);
        assertThat(queuesOf(FORM)).hasSize(3).containsOnly(QueueName.HOLD);
        task.next("undo", 0);
        assertThat(queuesOf(FORM)).hasSize(3).doesNotContain(QueueName.HOLD);
        task.next("delete", 0);
        assertThat(queuesOf(FORM)).isEmpty();
        assertThat(idsOf(NEWS)).hasSize(2);
        task.next("actions", 0);
        task.end();
    }

    private GuideTask task(String heading) throws IOException {
        return new GuideTask(
                heading, words -> CommandRun.of(folder, () -> new Ssh(lab.settings()), words));
    }

    /// Six that are put off, three to a server that is down, five that go through.
    private void sendCampaign() throws IOException {
        send(NEWS, 6, "test.example");
        send(NEWS, 3, "refuse.example");
        send(NEWS, 5, "accept.example");
        awaitLines(6 + 3, "status=deferred");
        awaitLines(5, ": removed");
    }

    private void send(String from, int messages, String domain) throws IOException {
        try (SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT)) {
            for (int i = 1; i <= messages; i++) {
                String name = domain.startsWith("test") ? "anna" : "joe";
                var _ =
                        client.send(
                                from,
                                i + "." + System.nanoTime() + "@client.example",
                                name + i + "@" + domain);
            }
        }
    }

    private void awaitLines(int lines, String text) {
        var _ =
                lab.inside(
                        "timeout", "30", "sh", "-c", UNTIL, "until", text, String.valueOf(lines));
    }

    private List<QueuedMessage> left(String domain) {
        return lab.queue().stream()
                .filter(message -> message.recipients().getFirst().address().endsWith(domain))
                .toList();
    }

    private List<QueueName> queuesOf(String sender) {
        return of(sender).stream().map(QueuedMessage::queue).toList();
    }

    private Set<String> idsOf(String sender) {
        return of(sender).stream().map(message -> message.id().value()).collect(Collectors.toSet());
    }

    private List<QueuedMessage> of(String sender) {
        return lab.queue().stream().filter(message -> message.sender().equals(sender)).toList();
    }
}
