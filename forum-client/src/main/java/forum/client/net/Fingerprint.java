package forum.client.net;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/** Name a certificate by its SHA-256, as the server prints it and {@code openssl x509 -fingerprint -sha256} does. */
public final class Fingerprint {

    private static final String PREFIX = "SHA256:";
    private static final int BYTES = 32;

    private Fingerprint() {}

    static String of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return PREFIX + HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate has no fingerprint", e);
        }
    }

    /**
     * Read one that somebody typed, with or without colons and the prefix.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static String parse(String typed) {
        String digits =
                typed.toUpperCase(Locale.ROOT).replaceFirst("^" + PREFIX, "").replace(":", "");
        if (digits.length() != 2 * BYTES || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException(
                    "'" + typed + "' is no fingerprint: it is " + PREFIX + " and " + BYTES + " bytes in hexadecimal");
        }
        return PREFIX
                + HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(HexFormat.of().parseHex(digits));
    }
}
