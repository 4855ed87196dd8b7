package forum.server.login;

/** Hash passwords; slow and hungry on purpose. Thread-safe. */
interface Hashing {

    /** Hash a password with a new salt. */
    PasswordHash hash(byte[] password);

    /** Tell whether a hash is of that password. */
    boolean matches(PasswordHash hash, byte[] password);

    /** Tell whether a hash is weaker than new ones. */
    boolean isWeak(PasswordHash hash);

    /** Give what no password hashes to; checking one against it takes as long as against a new hash. */
    PasswordHash nobodys();
}
