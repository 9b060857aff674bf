package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WordingTest {
    static Stream<LinkFailure> failures() {
        return Stream.of(
                new LinkFailure.HostKeyUnknown(
                        "[192.0.2.1]:2222", "ssh-ed25519", "SHA256:abc", "AAAA", List.of()),
                new LinkFailure.HostKeyUnknown(
                        "192.0.2.1", "ssh-rsa", "SHA256:abc", "AAAA", List.of("ssh-ed25519")),
                new LinkFailure.HostKeyChanged(
                        "192.0.2.1", "ssh-ed25519", "SHA256:old", "SHA256:new", "known_hosts:3"),
                new LinkFailure.HostKeyRevoked("192.0.2.1", "SHA256:abc", "known_hosts:3"),
                new LinkFailure.KnownHostsUnreadable("known_hosts", "is a directory"),
                new LinkFailure.AuthenticationRefused("ops", List.of("ED25519 id_ed25519")),
                new LinkFailure.PassphraseNeeded("id_ed25519", false),
                new LinkFailure.PassphraseNeeded("id_ed25519", true),
                new LinkFailure.NoIdentity(List.of("id_ed25519")),
                new LinkFailure.Lost(false, "closed"),
                new LinkFailure.Lost(true, "silent"));
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble.WorkStopped(Trouble.WorkStopped.Work.QUEUE),
                new Trouble.WorkStopped(Trouble.WorkStopped.Work.HOST),
                new Trouble.WorkStopped(Trouble.WorkStopped.Work.LOG),
                new Trouble.PostqueueMissing(),
                new Trouble.ListingNotAllowed("postfix-out", "ops"),
                new Trouble.MailSystemDown("-"),
                new Trouble.ListingFailed("-", 70, "malformed showq answer"),
                new Trouble.ListingCut("-", "more than 1 GB"),
                new Trouble.ListingWaits(0.61),
                new Trouble.SpoolFull(0, 5, false),
                new Trouble.SpoolFull(1 << 30, 5, true),
                new Trouble.DiskBound(0.38, 0.61),
                new Trouble.DiskBound(0.38, null),
                new Trouble.QueueGrowing(9800, 14210),
                new Trouble.OneReason("421 slow down", "bigmail.example", 3912, 4118),
                new Trouble.ActiveFull("-", 19_000, 20_000, "bigmail.example", 17_000),
                new Trouble.IncomingGrowing("-", 900, 12_000, 40, false),
                new Trouble.IncomingGrowing("-", 900, 12_000, 40, true),
                new Trouble.DestinationDown(
                        "oldisp.example", "Connection timed out", 60, 100, Duration.ofHours(3)),
                new Trouble.DestinationLimits("Gmail", "slow down (421 4.7.28)", 60, 100, 20),
                new Trouble.DeferredOld(180, 200, 120),
                new Trouble.HeldLong("postfix-out", 12, Duration.ofDays(5)),
                new Trouble.SamplerFailed("no sh"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasASentence(LinkFailure failure) {
        assertSpeaks(Wording.of(failure));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void everyTroubleHasASentence(Trouble trouble) {
        assertSpeaks(Wording.of(trouble));
    }

    @ParameterizedTest
    @EnumSource(LinkFailure.NotReached.Cause.class)
    void everyCauseHasASentence(LinkFailure.NotReached.Cause cause) {
        assertSpeaks(Wording.of(new LinkFailure.NotReached(cause, "mail1.example")));
    }

    @Test
    void aChangedKeyShowsBothFingerprints() {
        Sentence said =
                Wording.of(
                        new LinkFailure.HostKeyChanged(
                                "192.0.2.1",
                                "ssh-ed25519",
                                "SHA256:old",
                                "SHA256:new",
                                "known_hosts:3"));
        assertThat(said.advice().toString()).contains("SHA256:old", "SHA256:new", "known_hosts:3");
    }

    @Test
    void theDefaultInstanceIsCalledThat() {
        assertThat(Wording.of(new Trouble.ListingNotAllowed("-", "ops")).headline().toString())
                .isEqualTo("The account ops may not list the queue of the default instance.");
        assertThat(Wording.of(new Trouble.MailSystemDown("postfix-out")).headline().toString())
                .isEqualTo("Postfix is not running (postfix-out).");
    }

    @Test
    void foreignTextIsMadeSafe() {
        Sentence said = Wording.of(new Trouble.ListingFailed("-", 1, "a\u202Eb\u001B[31m"));
        assertThat(said.advice().toString()).contains("a⟨U+202E⟩b⟨U+001B⟩[31m");
    }

    private static void assertSpeaks(Sentence sentence) {
        assertThat(sentence.headline().toString()).isNotBlank().doesNotContain("{", "null");
        assertThat(sentence.advice().toString()).isNotBlank().doesNotContain("{", "null");
    }
}
