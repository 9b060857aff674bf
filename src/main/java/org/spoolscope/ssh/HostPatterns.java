package org.spoolscope.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The host field of a known_hosts line: either one hashed name or a comma list of patterns with
/// `*`, `?` and negation (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
sealed interface HostPatterns {
    /// Whether the field names this host.
    ///
    /// @param name `host` or `[host]:port`
    boolean matches(String name);

    /// Never fails: a field that can't be understood matches nothing.
    static HostPatterns parse(String field) {
        if (!field.startsWith("|")) {
            return new Listed(List.of(field.toLowerCase(Locale.ROOT).split(",", -1)));
        }
        String[] parts = field.split("\\|", -1);
        if (parts.length != 4 || !parts[1].equals("1")) {
            return new Listed(List.of());
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return new Hashed(base64.decode(parts[2]), base64.decode(parts[3]));
        } catch (IllegalArgumentException e) {
            return new Listed(List.of());
        }
    }

    /// The hashed form of a name, with a fresh salt.
    static String hash(String name) {
        byte[] salt = new byte[20];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return "|1|"
                + base64.encodeToString(salt)
                + "|"
                + base64.encodeToString(Hashed.digest(salt, name));
    }

    /// `|1|salt|HMAC-SHA1(salt, name)`.
    record Hashed(byte[] salt, byte[] digest) implements HostPatterns {
        @Override
        public boolean matches(String name) {
            return salt.length > 0 && MessageDigest.isEqual(digest, digest(salt, name));
        }

        private static byte[] digest(byte[] salt, String name) {
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(salt, "HmacSHA1"));
                return mac.doFinal(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has HmacSHA1", e);
            }
        }
    }

    /// Patterns, any of which has to match, and no negated one may.
    record Listed(List<String> patterns) implements HostPatterns {
        public Listed {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean matches(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean found = false;
            for (String pattern : patterns) {
                if (pattern.startsWith("!")) {
                    if (glob(pattern.substring(1), lower)) {
                        return false;
                    }
                } else {
                    found |= glob(pattern, lower);
                }
            }
            return found;
        }

        /// Linear in the text for each `*`, whatever the pattern: only the last star is ever gone
        /// back to.
        private static boolean glob(String pattern, String text) {
            int p = 0;
            int t = 0;
            int star = -1;
            int mark = 0;
            while (t < text.length()) {
                if (p < pattern.length() && pattern.charAt(p) == '*') {
                    star = p++;
                    mark = t;
                } else if (p < pattern.length()
                        && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                    p++;
                    t++;
                } else if (star >= 0) {
                    p = star + 1;
                    t = ++mark;
                } else {
                    return false;
                }
            }
            while (p < pattern.length() && pattern.charAt(p) == '*') {
                p++;
            }
            return p == pattern.length() && !pattern.isEmpty();
        }
    }
}
