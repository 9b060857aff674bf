package org.spoolscope.dns.deliverability;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// The public key in a DKIM record, as far as it is judged.
sealed interface DkimKey {
    record Rsa(int bits) implements DkimKey {}

    record Ed25519() implements DkimKey {}

    /// A type that no standard knows.
    record OfType(String type) implements DkimKey {}

    /// Not base64, or not a key of its type.
    record Broken() implements DkimKey {}

    int ED25519_BYTES = 32;
    Pattern WHITE = Pattern.compile("\\s");

    /// Reads a key as far as its type and length.
    ///
    /// @param type of `k=`
    /// @param base64 of `p=`; white space within is allowed
    static DkimKey parse(String type, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(WHITE.matcher(base64).replaceAll(""));
        } catch (IllegalArgumentException e) {
            return new Broken();
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "rsa" -> rsa(bytes);
            case "ed25519" -> bytes.length == ED25519_BYTES ? new Ed25519() : new Broken();
            default -> new OfType(type);
        };
    }

    private static DkimKey rsa(byte[] der) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der))
                            instanceof RSAPublicKey key
                    ? new Rsa(key.getModulus().bitLength())
                    : new Broken();
        } catch (GeneralSecurityException e) {
            return new Broken();
        }
    }
}
