package forum.server.login;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digest under a key that exists only in this process, so that what is kept in memory tells nothing by itself and
 * nobody outside can choose what falls together. Thread-safe.
 */
final class KeyedDigest {

    private final SecretKeySpec key;

    /** Choose a key that nobody knows. */
    KeyedDigest() {
        this(random());
    }

    KeyedDigest(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    private static byte[] random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** Digest parts, of which no two lists give the same bytes. */
    byte[] of(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(ByteBuffer.allocate(4).putInt(part.length).flip());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC-SHA-256", e);
        }
    }

    /** Digest words to a number. */
    long of(String... words) {
        byte[][] parts = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            parts[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return ByteBuffer.wrap(of(parts)).getLong();
    }
}
