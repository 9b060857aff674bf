package org.spoolscope.model;

import java.util.List;

/// Why there is no link to a server. Foreign text in it (server banners, exception messages) is
/// kept raw; show it through [DisplayText] only. [Wording] has a sentence for each.
public sealed interface LinkFailure {
    /// No entry in `known_hosts`: the person has to compare the fingerprint.
    ///
    /// @param hostAndPort as it would stand in `known_hosts`, such as `[192.0.2.1]:2222`
    /// @param keyType such as `ssh-ed25519`
    /// @param fingerprint `SHA256:…` as `ssh-keygen -l` prints it
    /// @param keyBase64 the public key blob, so that exactly the key that was shown is accepted
    /// @param knownTypes key types already on file for this host (other types of the same host)
    record HostKeyUnknown(
            String hostAndPort,
            String keyType,
            String fingerprint,
            String keyBase64,
            List<String> knownTypes)
            implements LinkFailure {}

    /// The server shows another key than the one on file. Never continued from here.
    ///
    /// @param where file and line of the key on file, such as `~/.ssh/known_hosts:12`
    record HostKeyChanged(
            String hostAndPort,
            String keyType,
            String knownFingerprint,
            String shownFingerprint,
            String where)
            implements LinkFailure {}

    /// The key is marked `@revoked` in `known_hosts`.
    record HostKeyRevoked(String hostAndPort, String fingerprint, String where)
            implements LinkFailure {}

    /// `known_hosts` can't be read or is no such file: nothing can be checked, so nothing is
    /// connected to.
    record KnownHostsUnreadable(String file, String why) implements LinkFailure {}

    /// The server refused every key. Never retried by itself: servers punish that.
    ///
    /// @param offered what was offered, such as `ED25519 ~/.ssh/id_ed25519`, then the key files
    ///   that were ignored, each with the reason in parentheses
    record AuthenticationRefused(String user, List<String> offered) implements LinkFailure {}

    /// A private key is encrypted and no passphrase has been given (or a wrong one).
    record PassphraseNeeded(String keyFile, boolean wrong) implements LinkFailure {}

    /// No private key could be found or read.
    record NoIdentity(List<String> lookedAt) implements LinkFailure {}

    /// The server was not reached, or what answered does not speak SSH as it should.
    record NotReached(Cause cause, String detail) implements LinkFailure {
        public enum Cause {
            NAME_NOT_FOUND,
            CONNECTION_REFUSED,
            NO_ROUTE,
            TIMED_OUT,
            CLOSED,
            NOT_SSH,
            NO_COMMON_ALGORITHM
        }
    }

    /// The link was up and is gone: closed by the other side, or silent for longer than the
    /// keep-alive allows.
    record Lost(boolean silent, String detail) implements LinkFailure {}

    /// Whether trying again by itself makes sense. Everything that needs a person does not.
    default boolean retries() {
        return switch (this) {
            case NotReached _, Lost _ -> true;
            case HostKeyUnknown _,
                    HostKeyChanged _,
                    HostKeyRevoked _,
                    KnownHostsUnreadable _,
                    AuthenticationRefused _,
                    PassphraseNeeded _,
                    NoIdentity _ ->
                    false;
        };
    }
}
