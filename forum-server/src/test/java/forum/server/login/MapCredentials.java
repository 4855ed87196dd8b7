package forum.server.login;

import forum.api.Name;
import forum.api.storage.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keep credentials for a test. */
final class MapCredentials implements Credentials {

    private final Map<Name, String> map = new ConcurrentHashMap<>();

    @Override
    public List<Name> names() {
        return List.copyOf(map.keySet());
    }

    @Override
    public Optional<String> find(Name user) {
        return Optional.ofNullable(map.get(user));
    }

    @Override
    public boolean add(Name user, String credential) {
        return map.putIfAbsent(user, credential) == null;
    }

    @Override
    public boolean replace(Name user, String expected, String credential) {
        return map.replace(user, expected, credential);
    }

    @Override
    public boolean remove(Name user, String expected) {
        return map.remove(user, expected);
    }
}
