package org.spoolscope.ssh;

import java.util.Optional;

/// One line of known_hosts that names keys (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
///
/// @param where file and line, for people
/// @param key empty when the line's key can't be understood
record KnownHostsLine(Marker marker, HostPatterns hosts, Optional<HostKey> key, String where) {
    enum Marker {
        NONE,
        REVOKED,
        CERT_AUTHORITY
    }

    /// Empty for blank lines, comments, unknown markers, and the SSH 1 lines that OpenSSH passes
    /// over too.
    static Optional<KnownHostsLine> parse(String line, String where) {
        String[] fields = line.strip().split("[ \t]+", 6);
        if (fields[0].isEmpty() || fields[0].startsWith("#")) {
            return Optional.empty();
        }
        int hosts = 0;
        Marker marker = Marker.NONE;
        if (fields[0].startsWith("@")) {
            hosts = 1;
            switch (fields[0]) {
                case "@revoked" -> marker = Marker.REVOKED;
                case "@cert-authority" -> marker = Marker.CERT_AUTHORITY;
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (fields.length <= hosts) {
            return Optional.empty();
        }
        String type = fields.length > hosts + 1 ? fields[hosts + 1] : "";
        if (!type.isEmpty() && type.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        Optional<HostKey> key =
                fields.length > hosts + 2
                        ? HostKey.parse(type, fields[hosts + 2])
                        : Optional.empty();
        return Optional.of(
                new KnownHostsLine(marker, HostPatterns.parse(fields[hosts]), key, where));
    }

    boolean isKey(HostKey other) {
        return key.isPresent() && key.get().equals(other);
    }
}
