package forum.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Know the admin password by its digest, and compare in a time that tells nothing. */
final class AdminPassword {

    private final byte[] digest;

    AdminPassword(String password) {
        this.digest = digest(password.getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(byte[] password) {
        return MessageDigest.isEqual(digest, digest(password));
    }

    private static byte[] digest(byte[] password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
