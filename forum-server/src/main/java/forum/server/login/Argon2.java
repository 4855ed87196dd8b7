package forum.server.login;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hash with Argon2id.
 *
 * @param memoryKib how much memory a new hash takes, in KiB
 * @param iterations how many passes
 * @param lanes how many lanes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 */
record Argon2(int memoryKib, int iterations, int lanes) implements Hashing {

    /** 19 MiB, two passes, one lane: what OWASP's password storage cheat sheet recommends at least. */
    static final Argon2 DEFAULT = new Argon2(19 * 1024, 2, 1);

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public PasswordHash hash(byte[] password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        PasswordHash parameters = new PasswordHash(memoryKib, iterations, lanes, salt, new byte[32]);
        return new PasswordHash(memoryKib, iterations, lanes, salt, run(parameters, password));
    }

    @Override
    public boolean matches(PasswordHash hash, byte[] password) {
        return MessageDigest.isEqual(hash.hash(), run(hash, password));
    }

    @Override
    public boolean isWeak(PasswordHash hash) {
        return (long) hash.memoryKib() * hash.iterations() < (long) memoryKib * iterations;
    }

    @Override
    public PasswordHash nobodys() {
        return new PasswordHash(memoryKib, iterations, lanes, new byte[16], new byte[32]);
    }

    private static byte[] run(PasswordHash parameters, byte[] password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memoryKib())
                .withIterations(parameters.iterations())
                .withParallelism(parameters.lanes())
                .withSalt(parameters.salt())
                .withBlockPool(HashMemory.pool())
                .build());
        byte[] hash = new byte[parameters.hash().length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
