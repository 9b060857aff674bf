package org.spoolscope.ssh;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Words;
import org.spoolscope.ssh.KnownHostsLine.Marker;

/// What the known_hosts files say about one host, as of the moment they were read.
///
/// As in OpenSSH, a host on another port than 22 is looked for as `[host]:port`; lines for the bare
/// host then count only when they hold exactly the key that is shown (or its authority), never as a
/// reason to call the key changed. A `@revoked` line for the bare host counts on every port; that
/// is stricter than OpenSSH.
final class KnownHosts {
    private final Target target;
    private final List<KnownHostsLine> named;
    private final List<KnownHostsLine> bare;

    private KnownHosts(Target target, List<KnownHostsLine> named, List<KnownHostsLine> bare) {
        this.target = target;
        this.named = named;
        this.bare = bare;
    }

    /// Reads the files.
    ///
    /// @throws SshException `KnownHostsUnreadable`, also when a line for this very host is broken
    static KnownHosts read(List<Path> files, Home home, Target target) throws SshException {
        List<KnownHostsLine> named = new ArrayList<>();
        List<KnownHostsLine> bare = new ArrayList<>();
        for (Path file : files) {
            for (KnownHostsLine line : new KnownHostsFile(file, home).read()) {
                if (line.hosts().matches(target.knownHostsName())) {
                    if (line.key().isEmpty()) {
                        throw new SshException(
                                new LinkFailure.KnownHostsUnreadable(
                                        line.where(),
                                        Words.get("ssh.known-hosts.no-key").toString()));
                    }
                    named.add(line);
                } else if (!target.isDefaultPort() && line.hosts().matches(target.bareName())) {
                    bare.add(line);
                }
            }
        }
        return new KnownHosts(target, named, bare);
    }

    /// The key types on file for this host.
    List<String> knownTypes() {
        List<String> types = types(named);
        return types.isEmpty() ? types(bare) : types;
    }

    /// Whether a certificate authority is on file for this host.
    boolean hasAuthority() {
        return with(Marker.CERT_AUTHORITY, named).findAny().isPresent()
                || with(Marker.CERT_AUTHORITY, bare).findAny().isPresent();
    }

    /// What speaks against a server that proved to hold this key; empty when nothing does.
    Optional<LinkFailure> objection(PublicKey shown) {
        if (shown instanceof OpenSshCertificate certificate) {
            HostKey authority = HostKey.of(certificate.getCaPubKey());
            HostKey key = HostKey.of(plainKey(shown));
            Optional<LinkFailure> revoked = revoked(authority).or(() -> revoked(key));
            return revoked.isPresent() || isAuthority(authority) ? revoked : plain(key);
        }
        HostKey key = HostKey.of(shown);
        return revoked(key).or(() -> plain(key));
    }

    /// The key itself, without what a certificate says about it.
    static PublicKey plainKey(PublicKey shown) {
        return shown instanceof OpenSshCertificate certificate
                ? certificate.getCertPubKey()
                : shown;
    }

    private boolean isAuthority(HostKey key) {
        return holds(with(Marker.CERT_AUTHORITY, named), key)
                || holds(with(Marker.CERT_AUTHORITY, bare), key);
    }

    private Optional<LinkFailure> revoked(HostKey key) {
        return Stream.of(named, bare)
                .flatMap(lines -> with(Marker.REVOKED, lines))
                .filter(line -> line.isKey(key))
                .findFirst()
                .map(line ->
                        new LinkFailure.HostKeyRevoked(
                                target.knownHostsName(), key.fingerprint(), line.where()));
    }

    private Optional<LinkFailure> plain(HostKey key) {
        if (holds(with(Marker.NONE, named), key)) {
            return Optional.empty();
        }
        for (KnownHostsLine line : with(Marker.NONE, named).toList()) {
            HostKey known = line.key().orElseThrow();
            if (known.type().equals(key.type())) {
                return Optional.of(
                        new LinkFailure.HostKeyChanged(
                                target.knownHostsName(),
                                key.type(),
                                known.fingerprint(),
                                key.fingerprint(),
                                line.where()));
            }
        }
        if (holds(with(Marker.NONE, bare), key)) {
            return Optional.empty();
        }
        return Optional.of(
                new LinkFailure.HostKeyUnknown(
                        target.knownHostsName(),
                        key.type(),
                        key.fingerprint(),
                        key.base64(),
                        types(named)));
    }

    private static boolean holds(Stream<KnownHostsLine> lines, HostKey key) {
        return lines.anyMatch(line -> line.isKey(key));
    }

    private static List<String> types(List<KnownHostsLine> lines) {
        return with(Marker.NONE, lines)
                .flatMap(line -> line.key().stream())
                .map(HostKey::type)
                .distinct()
                .toList();
    }

    private static Stream<KnownHostsLine> with(Marker marker, List<KnownHostsLine> lines) {
        return lines.stream().filter(line -> line.marker() == marker);
    }
}
