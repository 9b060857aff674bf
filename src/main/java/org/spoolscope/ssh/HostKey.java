package org.spoolscope.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/// A public key as it goes over the wire (RFC 4253 section 6.6): two keys are the same key when
/// their bytes are.
///
/// @param type such as `ssh-ed25519`
/// @param base64 the key blob, as it stands in known_hosts
record HostKey(String type, String base64) {
    private static final int MAX_TYPE_LENGTH = 64;

    static HostKey of(PublicKey key) {
        ByteArrayBuffer buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key);
        byte[] blob = buffer.getCompactData();
        return of(blob).orElseThrow(() -> new IllegalArgumentException("a key without a type"));
    }

    /// Empty when the text is not Base64 of a key blob of this type.
    static Optional<HostKey> parse(String type, String base64) {
        try {
            return of(Base64.getDecoder().decode(base64)).filter(key -> key.type.equals(type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<HostKey> of(byte[] blob) {
        if (blob.length < 8) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(blob).getInt();
        if (length < 1 || length > MAX_TYPE_LENGTH || length > blob.length - 8) {
            return Optional.empty();
        }
        String type = new String(Arrays.copyOfRange(blob, 4, 4 + length), StandardCharsets.UTF_8);
        return Optional.of(new HostKey(type, Base64.getEncoder().encodeToString(blob)));
    }

    /// `SHA256:…` as `ssh-keygen -l` prints it.
    String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
