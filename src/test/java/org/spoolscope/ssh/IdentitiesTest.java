package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.LinkFailure;

class IdentitiesTest {
    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519,         256,  ED25519",
        "ecdsa-sha2-nistp256, 256,  ECDSA",
        "ecdsa-sha2-nistp521, 521,  ECDSA",
        "ssh-rsa,             2048, RSA"
    })
    void readsEveryKeyType(String type, int size, String label) throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair(type, size);
        write("key", pair, null);

        Identities.Offer offer = offer(null, Passphrases.NONE, "key");

        assertThat(offer.names()).containsExactly(label + " ~/key");
        assertThat(KeyUtils.compareKeys(offer.keys().getFirst().getPublic(), pair.getPublic()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    -,     false
                    wrong, true
                    """)
    void anEncryptedKeyNeedsItsPassphrase(@Nullable String passphrase, boolean wrong)
            throws Exception {
        write("key", newKey(), "secret");

        assertThat(failure("~/key", asking(passphrase)))
                .isEqualTo(new LinkFailure.PassphraseNeeded(home.resolve("key").toString(), wrong));
    }

    @Test
    void theRightPassphraseOpensTheKeyOnceForAll() throws Exception {
        write("key", newKey(), "secret");
        Identities identities = identities();
        AtomicInteger asked = new AtomicInteger();
        char[] passphrase = "secret".toCharArray();
        Passphrases passphrases =
                file -> {
                    assertThat(file).isEqualTo(home.resolve("key").toString());
                    asked.incrementAndGet();
                    return passphrase;
                };

        assertThat(identities.offerFor(target("~/key"), passphrases).keys()).hasSize(1);
        assertThat(identities.offerFor(target("~/key"), Passphrases.NONE).keys()).hasSize(1);
        assertThat(asked).hasValue(1);
        assertThat(passphrase).containsOnly('\0');
    }

    @Test
    void anotherKeyIsOfferedWhenOneIsLocked() throws Exception {
        write("locked", newKey(), "secret");
        write("open", newKey(), null);

        Identities.Offer offer = offer(null, Passphrases.NONE, "locked", "open");

        assertThat(offer.names()).containsExactly("ED25519 ~/open");
        assertThat(offer.locked())
                .contains(
                        new LinkFailure.PassphraseNeeded(home.resolve("locked").toString(), false));
    }

    @Test
    void filesThatAreNoGoodAreNamedWithTheReason() throws Exception {
        write("open", newKey(), null);
        Files.setPosixFilePermissions(
                home.resolve("open"), PosixFilePermissions.fromString("rw-r--r--"));
        write("broken", newKey(), null);
        String text = Files.readString(home.resolve("broken"));
        Files.writeString(home.resolve("broken"), text.substring(0, text.length() / 2));
        Files.writeString(home.resolve("empty"), "");
        Files.createDirectory(home.resolve("directory"));
        for (String file : List.of("broken", "empty")) {
            Files.setPosixFilePermissions(
                    home.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }

        SshException thrown =
                catchThrowableOfType(
                        SshException.class,
                        () ->
                                offer(
                                        null,
                                        Passphrases.NONE,
                                        "open",
                                        "broken",
                                        "empty",
                                        "directory",
                                        "missing"));

        assertThat(thrown.failure())
                .isEqualTo(
                        new LinkFailure.NoIdentity(
                                List.of(
                                        "~/open (permissions are too open: chmod 600)",
                                        "~/broken (not a private key that can be used)",
                                        "~/empty (not a private key)",
                                        "~/directory (not a file)",
                                        "~/missing (no such file)")));
    }

    @Test
    void aServersOwnKeyIsTheOnlyOne() throws Exception {
        write("default", newKey(), null);
        write("own", newKey(), null);

        assertThat(offer("~/own", Passphrases.NONE, "default").names())
                .containsExactly("ED25519 ~/own");
        assertThat(failure("~/no", Passphrases.NONE))
                .isEqualTo(new LinkFailure.NoIdentity(List.of("~/no (no such file)")));
        assertThat(failure("a\0b", Passphrases.NONE)).isInstanceOf(LinkFailure.NoIdentity.class);
    }

    @Test
    void keyPairsOfTheEmbeddedServerCanBeRead() throws Exception {
        EmbeddedSshServer.writeKeyPair(home.resolve("key"));

        assertThat(offer("~/key", Passphrases.NONE).names()).containsExactly("ED25519 ~/key");
        assertThat(Files.readString(home.resolve("key.pub"))).startsWith("ssh-ed25519 AAAA");
    }

    private LinkFailure failure(String identity, Passphrases passphrases) {
        return catchThrowableOfType(SshException.class, () -> offer(identity, passphrases))
                .failure();
    }

    private Identities.Offer offer(
            @Nullable String identity, Passphrases passphrases, String... defaults)
            throws SshException {
        return identities(defaults).offerFor(target(identity), passphrases);
    }

    private Identities identities(String... defaults) {
        List<Path> files = List.of(defaults).stream().map(home::resolve).toList();
        Duration time = Duration.ofSeconds(1);
        return new Identities(
                new SshSettings("ops", List.of(), files, time, time, 3), new Home(home));
    }

    private static Target target(@Nullable String identity) {
        return new Target("mail1.example.no", 22, "ops", identity);
    }

    private static Passphrases asking(@Nullable String passphrase) {
        return _ -> passphrase == null ? null : passphrase.toCharArray();
    }

    private static KeyPair newKey() throws Exception {
        return KeyUtils.generateKeyPair("ssh-ed25519", 256);
    }

    private void write(String name, KeyPair pair, @Nullable String passphrase) throws Exception {
        TestingKeys.write(home.resolve(name), pair, passphrase);
    }
}
