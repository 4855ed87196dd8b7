package forum.storage.fs;

import forum.api.Name;
import forum.api.storage.Credentials;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keep the credentials in {@code credentials.txt}: a user a line, {@code name credential}.
 *
 * <p>Each change writes a new file beside the old one and puts it in its place, so that a crash leaves one or the
 * other. Lines that cannot be read are kept as they are.
 */
final class CredentialsFile implements Credentials {

    static final String NAME = "credentials.txt";

    private final Disk disk;
    private final Path file;
    private volatile Map<Name, String> credentials = Map.of();
    private final List<String> unreadable = new ArrayList<>();

    CredentialsFile(Disk disk, Path dataFolder) {
        this.disk = disk;
        this.file = dataFolder.resolve(NAME);
    }

    /** Read the file, if there is one. */
    synchronized void load() throws IOException {
        if (!disk.list(file.getParent()).contains(file)) {
            return;
        }
        Map<Name, String> found = new LinkedHashMap<>();
        List<String> lines = read().lines().toList();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !take(lines.get(i), found)) {
                unreadable.add(lines.get(i));
                numbers.add(i + 1);
            }
        }
        credentials = found;
        if (!unreadable.isEmpty()) {
            Log.log(
                    Level.WARNING,
                    "Of " + file + " these lines name no user with a password, or one named before: "
                            + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    /** Tell how many lines could not be read. */
    synchronized int unreadableLines() {
        return unreadable.size();
    }

    @Override
    public List<Name> names() {
        return List.copyOf(credentials.keySet());
    }

    @Override
    public Optional<String> find(Name user) {
        return Optional.ofNullable(credentials.get(user));
    }

    @Override
    public synchronized boolean add(Name user, String credential) {
        requireWritable(user, credential);
        if (credentials.containsKey(user)) {
            return false;
        }
        Map<Name, String> changed = new LinkedHashMap<>(credentials);
        changed.put(user, credential);
        return write(changed);
    }

    @Override
    public synchronized boolean replace(Name user, String expected, String credential) {
        requireWritable(user, credential);
        if (!expected.equals(credentials.get(user))) {
            return false;
        }
        Map<Name, String> changed = new LinkedHashMap<>(credentials);
        changed.put(user, credential);
        return write(changed);
    }

    @Override
    public synchronized boolean remove(Name user, String expected) {
        if (!expected.equals(credentials.get(user))) {
            return false;
        }
        Map<Name, String> changed = new LinkedHashMap<>(credentials);
        changed.remove(user);
        return write(changed);
    }

    /** Take in what another storage kept, with one write. */
    synchronized void carryOver(Map<Name, String> others) {
        others.forEach(CredentialsFile::requireWritable);
        write(new LinkedHashMap<>(others));
    }

    synchronized void erase() {
        unreadable.clear();
        write(new LinkedHashMap<>());
    }

    private static boolean take(String line, Map<Name, String> found) {
        int space = line.indexOf(' ');
        if (space < 0 || space == line.length() - 1) {
            return false;
        }
        Name user = new Name(line.substring(0, space));
        return user.flaw(Name.Kind.USER).isEmpty() && found.putIfAbsent(user, line.substring(space + 1)) == null;
    }

    private String read() throws IOException {
        try (DiskFile open = disk.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(open.size()));
            open.read(bytes, 0);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        }
    }

    private boolean write(Map<Name, String> changed) {
        StringBuilder lines = new StringBuilder();
        changed.forEach((name, credential) ->
                lines.append(name).append(' ').append(credential).append('\n'));
        unreadable.forEach(line -> lines.append(line).append('\n'));
        try {
            replaceFile(StandardCharsets.UTF_8.encode(lines.toString()));
        } catch (IOException e) {
            throw Trouble.of("write " + file, e);
        }
        credentials = changed;
        return true;
    }

    private void replaceFile(ByteBuffer content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        disk.delete(unfinished);
        try (DiskFile open = disk.create(unfinished)) {
            open.write(content, 0);
            open.force();
        }
        disk.move(unfinished, file);
        disk.forceFolder(file.getParent());
    }

    private static void requireWritable(Name user, String credential) {
        if (user.flaw(Name.Kind.USER).isPresent()) {
            throw new IllegalArgumentException("No user can be called that");
        }
        if (credential.isEmpty() || credential.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A credential is one line without control characters");
        }
    }
}
