package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.PostcatReply;
import org.spoolscope.postfix.PostcatReply.Part;
import org.spoolscope.ssh.Ssh;

/// Reading a message over the connection that is open anyway.
final class FleetReadTest {
    private static final long PATIENCE_SECONDS = 60;

    @Test
    void readsAMessageOverTheOpenConnection() throws Exception {
        try (DemoFleet demo = DemoFleet.start(7, 1, 1);
                Ssh ssh = new Ssh(demo.settings());
                Fleet fleet = Fleet.watching(ssh, demo.servers(), LogSettings.builtIn(), null)) {
            CompletableFuture<QueuedMessage> listed = new CompletableFuture<>();
            fleet.subscribe(snapshot ->
                    snapshot.server("mail1").stream()
                            .flatMap(ServerSnapshot::messages)
                            .filter(message -> message.queue() == QueueName.DEFERRED)
                            .findFirst()
                            .ifPresent(listed::complete));
            QueuedMessage message = listed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String instance = message.instance();

            assertThat(read(fleet.read("mail1", instance, message.id(), Part.HEAD)))
                    .startsWith("*** ENVELOPE RECORDS deferred/" + message.id() + " ***\n")
                    .contains("\nsender: " + message.sender() + "\n", "\nSubject: ");
            assertThat(read(fleet.read("mail1", instance, message.id(), Part.BODY)))
                    .doesNotContain("Subject: ")
                    .endsWith("The demo fleet\n");
            assertThat(fleet.read("mail1", instance, new QueueId("FFFFFFFFFF"), Part.HEAD))
                    .isEqualTo(new ReadResult.Answered(new PostcatReply.Gone()));
            assertThat(fleet.read("mail1", "nowhere", message.id(), Part.HEAD))
                    .isInstanceOfSatisfying(
                            ReadResult.Answered.class,
                            answered ->
                                    assertThat(answered.reply())
                                            .isInstanceOf(PostcatReply.Failed.class));
            assertThat(fleet.read("mail9", instance, message.id(), Part.HEAD))
                    .isEqualTo(new ReadResult.NoLink());
        }
    }

    private static String read(ReadResult result) {
        return ((PostcatReply.Read) ((ReadResult.Answered) result).reply()).text();
    }
}
