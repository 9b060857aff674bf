package org.spoolscope.ssh;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Words;

/// The private keys of the person at the desktop. Decrypted ones are kept, in memory only, so that
/// fifty servers that come back at once don't cost fifty key derivations.
final class Identities {
    private final SshSettings settings;
    private final Home home;
    private final Map<String, KeyPair> opened = new ConcurrentHashMap<>();

    Identities(SshSettings settings, Home home) {
        this.settings = settings;
        this.home = home;
    }

    /// The keys to offer to one server.
    ///
    /// @param keys in the order to offer them
    /// @param names what they are called, such as `ED25519 ~/.ssh/id_ed25519`
    /// @param ignored files that are there but were not used, each with the reason
    /// @param locked the first key that could not be decrypted
    record Offer(
            List<KeyPair> keys,
            List<String> names,
            List<String> ignored,
            Optional<LinkFailure> locked) {}

    /// Reads the key files for a server.
    ///
    /// @throws SshException when there is nothing to offer: `PassphraseNeeded` or `NoIdentity`
    Offer offerFor(Target target, Passphrases passphrases) throws SshException {
        String only = target.identity();
        List<Path> files = only == null ? settings.identities() : List.of(file(only));
        List<KeyPair> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        List<String> lookedAt = new ArrayList<>();
        Optional<LinkFailure> locked = Optional.empty();
        for (Path file : files) {
            String shown = home.shorten(file);
            switch (new IdentityFile(file).read(passphrases, opened)) {
                case IdentityFile.Read.Loaded(KeyPair pair) -> {
                    keys.add(pair);
                    names.add(label(pair) + " " + shown);
                }
                case IdentityFile.Read.Missing _ -> lookedAt.add(note(shown, "ssh.key.missing"));
                case IdentityFile.Read.Ignored(String reason) -> {
                    ignored.add(note(shown, reason));
                    lookedAt.add(note(shown, reason));
                }
                case IdentityFile.Read.Locked(boolean wrong) ->
                        locked =
                                locked.or(() ->
                                        Optional.of(
                                                new LinkFailure.PassphraseNeeded(
                                                        file.toAbsolutePath().toString(), wrong)));
            }
        }
        if (keys.isEmpty()) {
            throw new SshException(locked.orElse(new LinkFailure.NoIdentity(lookedAt)));
        }
        return new Offer(keys, names, ignored, locked);
    }

    private Path file(String identity) throws SshException {
        try {
            return home.expand(identity);
        } catch (InvalidPathException e) {
            throw new SshException(new LinkFailure.NoIdentity(List.of(identity)));
        }
    }

    private static String note(String file, String reason) {
        return file + " (" + Words.get(reason) + ")";
    }

    private static String label(KeyPair pair) {
        return switch (KeyUtils.getKeyType(pair)) {
            case "ssh-ed25519" -> "ED25519";
            case "ssh-rsa" -> "RSA";
            case String type when type.startsWith("ecdsa-") -> "ECDSA";
            case String type -> type;
        };
    }
}
