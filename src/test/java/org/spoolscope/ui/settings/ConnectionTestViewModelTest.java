package org.spoolscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.ui.fx.Background;

class ConnectionTestViewModelTest {
    private static final ServerConfig MAIL1 = ServerConfig.of("mail1", "192.0.2.1");
    private static final ServerFacts FACTS =
            new ServerFacts(
                    "3.7.11",
                    "mail1",
                    "Linux 6.1",
                    "ops",
                    List.of(),
                    "/s",
                    "",
                    ZoneOffset.UTC,
                    Duration.ZERO);
    private static final LinkFailure.HostKeyUnknown KEY =
            new LinkFailure.HostKeyUnknown(
                    "192.0.2.1", "ssh-ed25519", "SHA256:abc", "AAAA", List.of());

    private final TestingRegistry registry = new TestingRegistry();
    private final ConnectionTestViewModel test =
            new ConnectionTestViewModel(registry, new Background(Runnable::run, Runnable::run));

    @Test
    void passes() {
        ConnectionTest passed = new ConnectionTest.Passed(FACTS, List.of());
        registry.results.add(passed);
        test.start(MAIL1);
        assertThat(test.state().get()).isEqualTo(new TestState.Ended(passed));
    }

    @Test
    void goesOnAfterTheKeyWasAccepted() {
        ConnectionTest unknown = new ConnectionTest.Failed(KEY);
        ConnectionTest passed = new ConnectionTest.Passed(FACTS, List.of());
        registry.results.add(unknown);
        test.start(MAIL1);
        assertThat(test.state().get()).isEqualTo(new TestState.Ended(unknown));
        registry.results.add(passed);
        test.accept(KEY);
        assertThat(test.state().get()).isEqualTo(new TestState.Ended(passed));
        assertThat(registry.done)
                .containsExactly("test 192.0.2.1", "trust mail1 SHA256:abc", "test 192.0.2.1");
    }

    @Test
    void aKeyThatCannotBeSavedIsNotTrusted() {
        registry.results.add(new ConnectionTest.Failed(KEY));
        test.start(MAIL1);
        registry.failure = "known_hosts: read-only file system";
        test.accept(KEY);
        assertThat(test.state().get())
                .isEqualTo(new TestState.KeyNotSaved("known_hosts: read-only file system"));
        assertThat(registry.done).containsExactly("test 192.0.2.1");
    }

    @Test
    void aPassphraseIsUsedOnceAndWiped() {
        registry.results.add(
                new ConnectionTest.Failed(new LinkFailure.PassphraseNeeded("/k", false)));
        test.start(MAIL1);
        registry.results.add(
                new ConnectionTest.Failed(new LinkFailure.PassphraseNeeded("/k", true)));
        char[] typed = "sesame".toCharArray();
        test.passphrase("/k", typed);
        assertThat(registry.done).contains("passphrase /k sesame");
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void aPassphraseIsWipedAlsoWhenTheTestIsCancelledBeforeItBegan() {
        var later = new ConnectionTestViewModel(registry, new Background(_ -> {}, Runnable::run));
        later.start(MAIL1);
        char[] typed = "sesame".toCharArray();
        later.passphrase("/k", typed);
        later.cancel();
        assertThat(typed).containsOnly('\0');
        assertThat(registry.done).isEmpty();
    }

    @Test
    void cancellingInterruptsTheTest() throws InterruptedException {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var test =
                    new ConnectionTestViewModel(registry, new Background(workers, Runnable::run));
            test.start(MAIL1);
            assertThat(test.state().get()).isEqualTo(new TestState.Running());
            test.cancel();
            assertThat(test.state().get()).isEqualTo(new TestState.Idle());
        }
        assertThat(registry.done.isEmpty() || registry.interrupted.await(5, TimeUnit.SECONDS))
                .isTrue();
    }
}
