package forum.server.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash of a password with its parameters and salt, in the PHC string format.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">The PHC string format</a>
 */
record PasswordHash(int memoryKib, int iterations, int lanes, byte[] salt, byte[] hash) {

    /** 19 MiB, two passes, one lane: what OWASP's password storage cheat sheet recommends at least. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int MAX_MEMORY_KIB = 1024 * 1024;
    private static final int MAX_ITERATIONS = 64;
    private static final int MAX_LANES = 16;

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,128})");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Hash a password with a new salt. */
    static PasswordHash of(byte[] password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return of(salt, hash(password, salt, MEMORY_KIB, ITERATIONS, LANES, 32));
    }

    /** Make one of this server's parameters from parts. */
    static PasswordHash of(byte[] salt, byte[] hash) {
        return new PasswordHash(MEMORY_KIB, ITERATIONS, LANES, salt, hash);
    }

    /** Read a PHC string; empty if it is none, or asks for more than this server is ready to spend. */
    static Optional<PasswordHash> parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int memory = Integer.parseInt(matcher.group(1));
        int iterations = Integer.parseInt(matcher.group(2));
        int lanes = Integer.parseInt(matcher.group(3));
        if (memory < 8 * lanes || memory > MAX_MEMORY_KIB || iterations < 1 || iterations > MAX_ITERATIONS) {
            return Optional.empty();
        }
        if (lanes < 1 || lanes > MAX_LANES) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            return Optional.of(new PasswordHash(
                    memory, iterations, lanes, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Tell whether this is the hash of that password. */
    boolean matches(byte[] password) {
        return MessageDigest.isEqual(hash, hash(password, salt, memoryKib, iterations, lanes, hash.length));
    }

    /** Give the PHC string. */
    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, iterations, lanes, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    /** Tell whether a stored credential claims to be a hash, rather than an operator's plain password. */
    static boolean looksHashed(String credential) {
        return credential.startsWith("$argon2id$");
    }

    /** Hash a plain password that an operator wrote into the credentials. */
    static PasswordHash of(String password) {
        return of(password.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(byte[] password, byte[] salt, int memory, int iterations, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
