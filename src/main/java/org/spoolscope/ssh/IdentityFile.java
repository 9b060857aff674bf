package org.spoolscope.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/// A private key file in OpenSSH's or a PEM format.
record IdentityFile(Path path) {
    private static final int MAX_BYTES = 1 << 20;

    /// What came of reading it.
    sealed interface Read {
        record Loaded(KeyPair keys) implements Read {}

        record Missing() implements Read {}

        /// Encrypted, and the passphrase is not known or wrong.
        record Locked(boolean wrong) implements Read {}

        /// Passed over, as OpenSSH does; `reason` is the key of a sentence in [Words].
        record Ignored(String reason) implements Read {}
    }

    /// Reads it.
    ///
    /// @param opened decrypted keys by the digest of their file's bytes; added to
    Read read(Passphrases passphrases, Map<String, KeyPair> opened) {
        byte[] bytes;
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return new Read.Ignored("ssh.key.no-file");
            }
            if (Files.size(path) > MAX_BYTES) {
                return new Read.Ignored("ssh.key.too-large");
            }
            bytes = Files.readAllBytes(path);
            if (!privateToOwner()) {
                return new Read.Ignored("ssh.key.too-open");
            }
        } catch (NoSuchFileException e) {
            return new Read.Missing();
        } catch (AccessDeniedException e) {
            return new Read.Ignored("ssh.key.denied");
        } catch (IOException e) {
            return new Read.Ignored("ssh.key.unreadable");
        }
        try {
            return parse(bytes, passphrases, opened);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// OpenSSH's rule (`sshkey_perm_ok`): a key of ours that others could read is no secret.
    private boolean privateToOwner() throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
        Set<PosixFilePermission> open =
                EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
        open.retainAll(file.permissions());
        return open.isEmpty() || !file.owner().getName().equals(System.getProperty("user.name"));
    }

    private Read parse(byte[] bytes, Passphrases passphrases, Map<String, KeyPair> opened) {
        String digest = digest(bytes);
        KeyPair known = opened.get(digest);
        if (known != null) {
            return new Read.Loaded(known);
        }
        Question question = new Question(passphrases, path.toAbsolutePath().toString());
        try {
            Iterable<KeyPair> keys =
                    SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName(path.toString()),
                            new ByteArrayInputStream(bytes),
                            question);
            Iterator<KeyPair> first = keys == null ? null : keys.iterator();
            if (first == null || !first.hasNext()) {
                return new Read.Ignored("ssh.key.no-key");
            }
            KeyPair pair = first.next();
            if (question.asked) {
                opened.put(digest, pair);
            }
            return new Read.Loaded(pair);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (question.asked) {
                return new Read.Locked(question.answered);
            }
            return new Read.Ignored("ssh.key.unusable");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Hands the passphrase to MINA, which takes it as a string only.
    private static final class Question implements FilePasswordProvider {
        private final Passphrases passphrases;
        private final String file;
        private boolean asked;
        private boolean answered;

        Question(Passphrases passphrases, String file) {
            this.passphrases = passphrases;
            this.file = file;
        }

        @Override
        public @Nullable String getPassword(
                SessionContext session, NamedResource resource, int retry) {
            asked = true;
            char[] passphrase = passphrases.forKey(file);
            if (passphrase == null) {
                return null;
            }
            answered = true;
            String text = new String(passphrase);
            Arrays.fill(passphrase, '\0');
            return text;
        }
    }
}
