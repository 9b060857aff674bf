package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolscope.UnexpectedWarnings;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.ssh.Ssh;

final class LinkKeeperTest {
    /// A bug while a session starts is a state with a next attempt, not a server that connects for
    /// ever.
    @Test
    @Timeout(30)
    void aBugIsShownAndTriedAgain() throws IOException, InterruptedException {
        Inbox inbox = new Inbox();
        try (DemoFleet demo = DemoFleet.start(7, 1, 1);
                Ssh ssh = new Ssh(demo.settings())) {
            LinkKeeper keeper =
                    new LinkKeeper(
                            demo.servers().getFirst(),
                            ssh,
                            new PassphraseVault(),
                            inbox,
                            demo.clock(),
                            new Backoff(new Random(1)),
                            Duration.ofSeconds(6),
                            (_, _) -> {
                                throw new IllegalStateException("a bug");
                            });
            UnexpectedWarnings.expect("a bug");
            Thread thread =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    keeper.run();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            Link.Down down = down(inbox);
            thread.interrupt();
            assertThat(down.failure())
                    .isInstanceOfSatisfying(
                            LinkFailure.Lost.class,
                            lost -> assertThat(lost.detail()).contains("a bug"));
            assertThat(down.retryAt()).isNotNull();
        }
    }

    private static Link.Down down(Inbox inbox) throws InterruptedException {
        while (true) {
            for (Observation one : inbox.take()) {
                if (one instanceof Observation.LinkChanged(Link.Down down)) {
                    return down;
                }
            }
        }
    }
}
