package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;

/// What breaks on the way to a real server and on it: each gives a state that says what to do, and
/// goes away by itself when the cause does, or with one click where a person has to look first.
@Tag("lab")
final class LinkLabTest {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(2);

    @RegisterExtension final Lab lab = new Lab();

    private WatchedLab watched;

    @BeforeEach
    void watch() {
        watched = new WatchedLab(lab, lab.settings(lab.operator("known_hosts"), KEEP_ALIVE));
        var _ = watched.awaitListing();
    }

    @AfterEach
    void stop() {
        watched.close();
    }

    @Test
    void sshdKilledAndStartedAgain() {
        lab.fault("sshd");
        assertThat(watched.awaitDown(LinkFailure.Lost.class).retryAt()).isNotNull();
        Link.Down refused = watched.awaitDown(LinkFailure.NotReached.class);
        assertThat(((LinkFailure.NotReached) refused.failure()).cause())
                .isEqualTo(LinkFailure.NotReached.Cause.CONNECTION_REFUSED);
        saysWhatToDo(refused);
        lab.mend("sshd");
        var _ = watched.awaitOnline();
    }

    /// S9 at 2 s x 3: within 10 s.
    @Test
    void sshdFrozen() {
        long begun = System.nanoTime();
        lab.fault("silence");
        var _ = watched.await(server -> server.link() instanceof Link.Silent);
        Link.Down lost = watched.awaitDown(LinkFailure.Lost.class);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("frozen sshd: link lost after %.1f s%n", took.toMillis() / 1e3);
        assertThat(((LinkFailure.Lost) lost.failure()).silent()).isTrue();
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        saysWhatToDo(lost);
        lab.mend("silence");
        var _ = watched.awaitOnline();
    }

    @Test
    void keyRefused() {
        lab.fault("keys");
        lab.fault("cut");
        Link.Down refused = watched.awaitDown(LinkFailure.AuthenticationRefused.class);
        assertThat(refused.retryAt()).isNull();
        saysWhatToDo(refused);
        lab.mend("keys");
        watched.fleet().reconnect(Lab.NAME);
        var _ = watched.awaitOnline();
    }

    @Test
    void hostKeyChanged() {
        lab.fault("hostkey");
        lab.fault("cut");
        Link.Down changed = watched.awaitDown(LinkFailure.HostKeyChanged.class);
        assertThat(changed.retryAt()).isNull();
        saysWhatToDo(changed);
        lab.mend("hostkey");
        watched.fleet().reconnect(Lab.NAME);
        var _ = watched.awaitOnline();
    }

    @Test
    void postqueueMissing() {
        lab.fault("postqueue");
        watched.fleet().listNow(Lab.NAME);
        saysWhatToDo(watched.awaitTrouble(Trouble.PostqueueMissing.class));
        lab.mend("postqueue");
        var _ = watched.awaitWithout(Trouble.PostqueueMissing.class);
    }

    @Test
    void spoolFull() {
        lab.fault("disk-full");
        Trouble.SpoolFull full = watched.awaitTrouble(Trouble.SpoolFull.class);
        assertThat(full.freeBytes()).isLessThan(Trouble.NO_ROOM);
        assertThat(full.severity()).isEqualTo(Trouble.Severity.BAD);
        saysWhatToDo(full);
        lab.mend("disk-full");
        var _ = watched.awaitWithout(Trouble.SpoolFull.class);
    }

    @Test
    void listingNotAllowed() {
        lab.fault("mailq-users");
        watched.fleet().listNow(Lab.NAME);
        Trouble.ListingNotAllowed refused = watched.awaitTrouble(Trouble.ListingNotAllowed.class);
        assertThat(refused.user()).isEqualTo("ops");
        saysWhatToDo(refused);
        lab.mend("mailq-users");
        assertThat(watched.awaitWithout(Trouble.ListingNotAllowed.class).queues()).hasSize(2);
    }

    private static void saysWhatToDo(Link.Down down) {
        saysWhatToDo(Wording.of(down.failure()));
    }

    private static void saysWhatToDo(Trouble trouble) {
        saysWhatToDo(Wording.of(trouble));
    }

    private static void saysWhatToDo(org.spoolscope.model.Sentence sentence) {
        assertThat(sentence.headline().toString()).isNotBlank();
        assertThat(sentence.advice().toString()).isNotBlank();
    }
}
