package org.spoolscope.ssh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.compression.Compression;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/// What we propose to a server: no SHA-1, no CBC, no compression; key exchange that also holds
/// against a quantum computer first; the ciphers that Java does fastest first.
final class Algorithms {
    private static final List<BuiltinSignatures> CERTIFIED =
            List.of(
                    BuiltinSignatures.ed25519_cert,
                    BuiltinSignatures.nistp256_cert,
                    BuiltinSignatures.nistp384_cert,
                    BuiltinSignatures.nistp521_cert,
                    BuiltinSignatures.rsaSHA512_cert,
                    BuiltinSignatures.rsaSHA256_cert);

    private static final List<BuiltinSignatures> PLAIN =
            List.of(
                    BuiltinSignatures.ed25519,
                    BuiltinSignatures.nistp256,
                    BuiltinSignatures.nistp384,
                    BuiltinSignatures.nistp521,
                    BuiltinSignatures.rsaSHA512,
                    BuiltinSignatures.rsaSHA256);

    private Algorithms() {}

    static List<KeyExchangeFactory> keyExchanges() {
        return NamedFactory.setUpTransformedFactories(
                true,
                List.of(
                        BuiltinDHFactories.mlkem768x25519,
                        BuiltinDHFactories.sntrup761x25519,
                        BuiltinDHFactories.sntrup761x25519_openssh,
                        BuiltinDHFactories.curve25519,
                        BuiltinDHFactories.curve25519_libssh,
                        BuiltinDHFactories.ecdhp256,
                        BuiltinDHFactories.ecdhp384,
                        BuiltinDHFactories.ecdhp521,
                        BuiltinDHFactories.dhgex256,
                        BuiltinDHFactories.dhg16_512,
                        BuiltinDHFactories.dhg18_512,
                        BuiltinDHFactories.dhg14_256),
                ClientBuilder.DH2KEX);
    }

    static List<NamedFactory<Cipher>> ciphers() {
        return List.of(
                BuiltinCiphers.aes128gcm,
                BuiltinCiphers.aes256gcm,
                BuiltinCiphers.cc20p1305_openssh,
                BuiltinCiphers.aes128ctr,
                BuiltinCiphers.aes192ctr,
                BuiltinCiphers.aes256ctr);
    }

    static List<NamedFactory<Mac>> macs() {
        return List.of(
                BuiltinMacs.hmacsha256etm,
                BuiltinMacs.hmacsha512etm,
                BuiltinMacs.hmacsha256,
                BuiltinMacs.hmacsha512);
    }

    static List<NamedFactory<Compression>> compressions() {
        return List.of(BuiltinCompressions.none);
    }

    static List<NamedFactory<Signature>> signatures() {
        return signatures(List.of(), false);
    }

    /// The signature algorithms with those of the key types on file first, as OpenSSH orders them
    /// (`order_hostkeyalgs`): otherwise a server with several host keys shows one that nobody
    /// knows. Certificates are only asked for when a certificate authority is on file, because
    /// against a certificate the plain key on file would not count.
    ///
    /// @param knownTypes key types, such as `ssh-rsa`, which stands for its SHA-2 signatures here
    static List<NamedFactory<Signature>> signatures(List<String> knownTypes, boolean certified) {
        Set<BuiltinSignatures> ordered = new LinkedHashSet<>();
        if (certified) {
            ordered.addAll(CERTIFIED);
        }
        for (String type : knownTypes) {
            for (BuiltinSignatures signature : PLAIN) {
                if (keyType(signature).equals(type)) {
                    ordered.add(signature);
                }
            }
        }
        ordered.addAll(PLAIN);
        return new ArrayList<>(ordered);
    }

    private static String keyType(BuiltinSignatures signature) {
        return switch (signature) {
            case rsaSHA256, rsaSHA512 -> "ssh-rsa";
            default -> signature.getName();
        };
    }
}
