package forum.server.login;

/**
 * What the stored string of a user says.
 *
 * <p>It is a password hash; the same behind a {@code !}, which disables the account, as in a shadow file; {@code !}
 * alone, which keeps a removed user's name for nobody; or a plain password that an operator wrote, which the next start
 * hashes (docs/storage-format.md).
 */
sealed interface Credential {

    /** What stands before the hash of a disabled account. */
    String DISABLED = "!";

    /** Somebody who may log in. */
    record Active(PasswordHash hash) implements Credential {
        @Override
        public String toString() {
            return hash.toString();
        }
    }

    /** Somebody who may not, until the operator says so. */
    record Disabled(PasswordHash hash) implements Credential {
        @Override
        public String toString() {
            return DISABLED + hash;
        }
    }

    /** A name that nobody may bear again. */
    record Removed() implements Credential {
        @Override
        public String toString() {
            return DISABLED;
        }
    }

    /** A password that waits to be hashed. */
    record Plain(String password) implements Credential {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** Something that begins as a hash and is none; nobody can log in with it. */
    record Unreadable() implements Credential {}

    /** Read a stored string. */
    static Credential parse(String stored) {
        if (stored.equals(DISABLED)) {
            return new Removed();
        }
        if (stored.startsWith(DISABLED + PasswordHash.PREFIX)) {
            return PasswordHash.parse(stored.substring(DISABLED.length()))
                    .<Credential>map(Disabled::new)
                    .orElseGet(Unreadable::new);
        }
        if (stored.startsWith(PasswordHash.PREFIX)) {
            return PasswordHash.parse(stored).<Credential>map(Active::new).orElseGet(Unreadable::new);
        }
        return new Plain(stored);
    }
}
