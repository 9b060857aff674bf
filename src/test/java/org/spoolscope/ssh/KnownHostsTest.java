package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.LinkFailure;

class KnownHostsTest {
    private static final Target ON_22 = new Target("mail1.example.no", 22, "ops", null);
    private static final Target ON_2222 = new Target("mail1.example.no", 2222, "ops", null);

    private final KeyPair shown = key("ssh-ed25519", 256);
    private final KeyPair other = key("ssh-ed25519", 256);
    private final KeyPair otherType = key("ecdsa-sha2-nistp256", 256);
    private final KeyPair authority = key("ssh-ed25519", 256);

    @TempDir Path folder;

    /// `SHOWN`, `OTHER`, `ECDSA` and `CA` stand for keys, `+` for a line break. The server shows
    /// `SHOWN`, or a certificate of it by `CA`.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            textBlock =
                    """
                    # port; certificate; known_hosts;                                              what comes of it
                    22;   false; -;                                                               HostKeyUnknown
                    22;   false; mail1.example.no SHOWN;                                          -
                    22;   false; mail1.example.no OTHER;                                          HostKeyChanged
                    22;   false; mail1.example.no OTHER+mail1.example.no SHOWN;                   -
                    22;   false; mail1.example.no ECDSA;                                          HostKeyUnknown
                    22;   false; mail2.example.no SHOWN;                                          HostKeyUnknown
                    22;   false; *.example.no,!mail1.example.no SHOWN;                            HostKeyUnknown
                    22;   false; [mail1.example.no]:2222 SHOWN;                                   HostKeyUnknown
                    22;   false; mail1.example.no SHOWN+@revoked * SHOWN;                         HostKeyRevoked
                    22;   false; @revoked * OTHER+mail1.example.no SHOWN;                         -
                    2222; false; [mail1.example.no]:2222 SHOWN;                                   -
                    2222; false; [mail1.example.no]:2222 OTHER;                                   HostKeyChanged
                    2222; false; mail1.example.no SHOWN;                                          -
                    2222; false; mail1.example.no OTHER;                                          HostKeyUnknown
                    2222; false; [mail1.example.no]:2222 OTHER+mail1.example.no SHOWN;            HostKeyChanged
                    2222; false; [mail1.example.no]:2222 SHOWN+@revoked * SHOWN;                  HostKeyRevoked
                    2222; false; [mail1.example.no]:2222 SHOWN+@revoked [*]:* SHOWN;              HostKeyRevoked
                    2222; false; [mail1.example.no]:2222 SHOWN+@revoked mail1.example.no SHOWN;   HostKeyRevoked
                    22;   true;  @cert-authority *.example.no CA;                                 -
                    22;   true;  @cert-authority *.example.no OTHER;                              HostKeyUnknown
                    22;   true;  @cert-authority *.example.com CA;                                HostKeyUnknown
                    22;   true;  mail1.example.no SHOWN;                                          -
                    22;   true;  mail1.example.no CA;                                             HostKeyChanged
                    22;   true;  @cert-authority * CA+@revoked * CA;                             HostKeyRevoked
                    22;   true;  @cert-authority * CA+@revoked * SHOWN;                          HostKeyRevoked
                    2222; true;  @cert-authority * CA;                                            -
                    2222; true;  @cert-authority *.example.no CA;                                 -
                    22;   false; @cert-authority * SHOWN;                                         HostKeyUnknown
                    22;   false; # mail1.example.no SHOWN;                                        HostKeyUnknown
                    22;   false; @unheard-of mail1.example.no SHOWN;                              HostKeyUnknown
                    22;   false; mail1.example.no 1024 35 1234;                                   HostKeyUnknown
                    22;   false; mail1.example.no ssh-ed25519 AAAA;                               KnownHostsUnreadable
                    22;   false; mail1.example.no;                                                KnownHostsUnreadable
                    22;   false; mail2.example.no ssh-ed25519 AAAA+mail1.example.no SHOWN;        -
                    """)
    void judges(int port, boolean certificate, String lines, String expected) throws Exception {
        Target target = port == 22 ? ON_22 : ON_2222;
        write(lines == null ? "" : lines);

        LinkFailure failure;
        try {
            PublicKey key = certificate ? certificate() : shown.getPublic();
            failure = read(target).objection(key).orElse(null);
        } catch (SshException e) {
            failure = e.failure();
        }

        assertThat(failure == null ? null : failure.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void aChangedKeyNamesBothFingerprintsAndTheLine() throws Exception {
        write("# old+[mail1.example.no]:2222 OTHER");

        assertThat(read(ON_2222).objection(shown.getPublic()))
                .contains(
                        new LinkFailure.HostKeyChanged(
                                "[mail1.example.no]:2222",
                                "ssh-ed25519",
                                KeyUtils.getFingerPrint(other.getPublic()),
                                KeyUtils.getFingerPrint(shown.getPublic()),
                                "~/known_hosts:2"));
    }

    @Test
    void anUnknownKeyNamesTheTypesOnFile() throws Exception {
        write("mail1.example.no ECDSA");
        HostKey key = HostKey.of(shown.getPublic());

        assertThat(read(ON_22).objection(shown.getPublic()))
                .contains(
                        new LinkFailure.HostKeyUnknown(
                                "mail1.example.no",
                                "ssh-ed25519",
                                KeyUtils.getFingerPrint(shown.getPublic()),
                                key.base64(),
                                List.of("ecdsa-sha2-nistp256")));
    }

    /// Goal S5.
    @ParameterizedTest
    @CsvSource({"DIRECTORY, it is a directory", "BYTES, it is not a text file"})
    void whatIsNoKnownHostsFileFailsClosed(String what, String why) throws Exception {
        Path file = folder.resolve("known_hosts");
        if (what.equals("DIRECTORY")) {
            Files.createDirectory(file);
        } else {
            Files.write(file, new byte[] {(byte) 0x9f, 0x00, 0x11, (byte) 0xfe, 0x03});
        }

        SshException thrown = catchThrowableOfType(SshException.class, () -> read(ON_22));

        assertThat(thrown.failure())
                .isEqualTo(new LinkFailure.KnownHostsUnreadable("~/known_hosts", why));
    }

    @Test
    void appendsAndKeepsTheStyleOfTheFile() throws Exception {
        Path file = folder.resolve("new/known_hosts");
        KnownHostsFile knownHosts = new KnownHostsFile(file, new Home(folder));
        HostKey key = HostKey.of(shown.getPublic());

        knownHosts.append("mail1.example.no", key);
        assertThat(file).hasContent("mail1.example.no ssh-ed25519 " + key.base64());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("new"))))
                .isEqualTo("rwx------");

        Files.writeString(file, HostPatterns.hash("mail2.example.no") + " ssh-ed25519 AAAA");
        knownHosts.append("mail1.example.no", key);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).startsWith("|1|").endsWith(key.base64());
        assertThat(lines.getLast()).doesNotContain("mail1");
        assertThat(HostPatterns.parse(lines.getLast().split(" ", 2)[0]).matches("mail1.example.no"))
                .isTrue();
    }

    private void write(String lines) throws IOException {
        String text =
                Pattern.compile("\\b(SHOWN|OTHER|ECDSA|CA)\\b")
                        .matcher(lines.replace('+', '\n'))
                        .replaceAll(match -> Matcher.quoteReplacement(line(match.group())));
        Files.writeString(folder.resolve("known_hosts"), text, StandardCharsets.UTF_8);
    }

    private KnownHosts read(Target target) throws SshException {
        return KnownHosts.read(
                List.of(folder.resolve("known_hosts"), folder.resolve("missing")),
                new Home(folder),
                target);
    }

    private PublicKey certificate() throws Exception {
        return OpenSshCertificateBuilder.hostCertificate()
                .publicKey(shown.getPublic())
                .id("mail1")
                .principals(List.of("mail1.example.no"))
                .sign(authority);
    }

    private String line(String name) {
        KeyPair pair =
                switch (name) {
                    case "SHOWN" -> shown;
                    case "OTHER" -> other;
                    case "ECDSA" -> otherType;
                    default -> authority;
                };
        HostKey key = HostKey.of(pair.getPublic());
        return key.type() + " " + key.base64();
    }

    private static KeyPair key(String type, int size) {
        try {
            return KeyUtils.generateKeyPair(type, size);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
