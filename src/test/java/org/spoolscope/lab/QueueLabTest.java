package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.model.Instance;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.PostqueueText;

/// The queues of two real instances in the middle of a campaign, stopped as they are.
@Tag("lab")
final class QueueLabTest {
    private static final Pattern ID = Pattern.compile("\"(queue_)?id\": ?\"([0-9A-Za-z]+)\"");

    @RegisterExtension final Lab lab = new Lab();

    @BeforeEach
    void campaign() {
        lab.empty();
        lab.fault("hold");
        lab.campaign(40);
        lab.mend("hold");
        lab.campaign(200);
        lab.fault("still");
    }

    @Test
    void theCommandLineListsWhatPostqueueLists() throws Exception {
        String listed = new CommandLine(lab).run("queue", "lab", "--json");
        for (String directory : Lab.CONFIG_DIRECTORIES) {
            String real = lab.inside("postqueue", "-c", directory, "-j");
            boolean isDefault = directory.equals("/etc/postfix");
            String ours =
                    listed.lines()
                            .filter(line -> line.contains("\"instance\":") != isDefault)
                            .collect(Collectors.joining("\n"));
            assertThat(ids(ours)).isNotEmpty().containsExactlyElementsOf(ids(real));
            assertThat(ids(ours))
                    .allMatch(id -> isDefault ? id.matches("[0-9A-F]{6,14}") : id.contains("z"));
        }
    }

    @Test
    void theConsoleSeesEveryKindOfMessage() throws Exception {
        ServerSnapshot seen;
        try (WatchedLab watched = new WatchedLab(lab, lab.settings())) {
            seen =
                    watched.await(server ->
                            server.queues().size() == 2
                                    && server.queues().stream()
                                            .allMatch(queue -> queue.known() != null));
        }
        assertThat(seen.facts().instances())
                .extracting(Instance::name)
                .containsExactly("-", "postfix-out");
        assertThat(seen.facts().postfix()).startsWith("3.");
        assertThat(seen.queues())
                .allSatisfy(queue -> {
                    KnownQueue listing = queue.known();
                    String directory = queue.instance().configDirectory();
                    assertThat(listing.notUnderstood()).isZero();
                    assertThat(listing.messages())
                            .containsExactlyInAnyOrderElementsOf(json(queue.instance()));
                    assertThat(listing.messages())
                            .extracting(QueuedMessage::queue)
                            .as(directory)
                            .contains(QueueName.DEFERRED, QueueName.HOLD);
                    everyKind(listing.messages().stream().toList());
                });
    }

    private static void everyKind(List<QueuedMessage> messages) {
        assertThat(messages).anyMatch(message -> message.sender().isEmpty());
        assertThat(messages).anyMatch(message -> message.sender().equals("søren@accept.example"));
        assertThat(messages)
                .anyMatch(message ->
                        message.sender().equals("\"quoted \\\" sender\"@accept.example"));
        assertThat(addresses(messages))
                .anyMatch(address -> address.startsWith("grüße"))
                .anyMatch(address -> address.startsWith("\"a b "))
                .contains("\"fake: to=<v@x>, status=sent (250 ok)\"@defer.example");
        assertThat(messages)
                .anyMatch(message ->
                        message.recipients().stream()
                                        .map(Recipient::reason)
                                        .filter(reason -> reason != null)
                                        .distinct()
                                        .count()
                                >= 3);
    }

    /// What Postfix before 3.1 would have: the same messages, with less about their queue.
    @Test
    void theTextListingHoldsTheSame() throws IOException {
        for (String directory : Lab.CONFIG_DIRECTORIES) {
            Instance instance = new Instance(directory, "-", true, directory);
            List<QueuedMessage> text =
                    PostqueueText.readAll(
                                    directory,
                                    stream(lab.inside("postqueue", "-c", directory, "-p")),
                                    InstantSource.system(),
                                    ZoneId.systemDefault())
                            .messages();
            assertThat(comparable(text)).isEqualTo(comparable(json(instance)));
        }
    }

    private List<QueuedMessage> json(Instance instance) throws IOException {
        return PostqueueJson.readAll(
                        instance.name(),
                        stream(lab.inside("postqueue", "-c", instance.configDirectory(), "-j")))
                .messages();
    }

    /// By id, what both forms tell: recipients of one message in any order.
    private static Map<String, String> comparable(List<QueuedMessage> messages) {
        Map<String, String> byId = new TreeMap<>();
        for (QueuedMessage message : messages) {
            byId.put(
                    message.id().value(),
                    message.arrival()
                            + " "
                            + message.size()
                            + " "
                            + message.sender()
                            + " "
                            + message.recipients().stream()
                                    .sorted(Comparator.comparing(Recipient::address))
                                    .toList());
        }
        return byId;
    }

    private static List<String> addresses(List<QueuedMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.recipients().stream())
                .map(Recipient::address)
                .toList();
    }

    private static List<String> ids(String json) {
        return ID.matcher(json).results().map(found -> found.group(2)).sorted().toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
