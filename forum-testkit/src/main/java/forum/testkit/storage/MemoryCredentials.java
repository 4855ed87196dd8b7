package forum.testkit.storage;

import forum.api.Name;
import forum.api.storage.Credentials;
import java.util.List;
import java.util.Optional;

/** Keep credentials in the order in which they came. */
record MemoryCredentials(MemoryForum forum) implements Credentials {

    @Override
    public List<Name> names() {
        synchronized (forum) {
            return List.copyOf(forum.credentials.keySet());
        }
    }

    @Override
    public Optional<String> find(Name user) {
        synchronized (forum) {
            return Optional.ofNullable(forum.credentials.get(user));
        }
    }

    @Override
    public boolean add(Name user, String credential) {
        requireOneLine(credential);
        synchronized (forum) {
            return forum.credentials.putIfAbsent(user, credential) == null;
        }
    }

    @Override
    public boolean replace(Name user, String expected, String credential) {
        requireOneLine(credential);
        synchronized (forum) {
            return forum.credentials.replace(user, expected, credential);
        }
    }

    @Override
    public boolean remove(Name user, String expected) {
        synchronized (forum) {
            return forum.credentials.remove(user, expected);
        }
    }

    private static void requireOneLine(String credential) {
        if (credential.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A credential is one line without control characters");
        }
    }
}
