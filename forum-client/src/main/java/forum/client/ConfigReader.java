package forum.client;

import forum.client.file.FileException;
import forum.client.file.Folder;
import forum.client.net.Address;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read {@code key = value} lines, under {@code [name]} those of a forum; what begins with {@code #} is a comment. */
final class ConfigReader {

    private static final Pattern HEAD = Pattern.compile("\\[([A-Za-z0-9._-]+)]");
    private static final Pattern ENTRY = Pattern.compile("([a-z-]+)\\s*=\\s*(.+)");
    private static final Set<String> GENERAL = Set.of("default", "plain");
    private static final Set<String> OF_A_FORUM = Set.of("address", "user", "password-file");

    private final Path file;
    private final Folder folder;
    private final Map<String, String> general = new HashMap<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private Optional<Section> section = Optional.empty();
    private int line;

    private record Section(String name, int line, Map<String, String> values) {}

    ConfigReader(Path file, Folder folder) {
        this.file = file;
        this.folder = folder;
    }

    Config read(List<String> lines) throws FileException {
        for (String text : lines) {
            line++;
            read(text.strip());
        }
        Map<String, Config.Named> forums = new LinkedHashMap<>();
        for (Section one : sections.values()) {
            line = one.line();
            forums.put(one.name(), named(one));
        }
        Optional<String> preferred = Optional.ofNullable(general.get("default"));
        Config config = new Config(file, preferred, "true".equals(general.get("plain")), forums);
        preferred.ifPresent(config::forum);
        return config;
    }

    private void read(String text) {
        Matcher head = HEAD.matcher(text);
        Matcher entry = ENTRY.matcher(text);
        if (head.matches()) {
            begin(head.group(1));
        } else if (entry.matches()) {
            set(entry.group(1), entry.group(2));
        } else if (!text.isEmpty() && !text.startsWith("#")) {
            throw wrong("expected key = value, [name] or a # comment");
        }
    }

    private void begin(String name) {
        Section fresh = new Section(name, line, new HashMap<>());
        if (sections.put(name, fresh) != null) {
            throw wrong("there is a forum [" + name + "] already");
        }
        section = Optional.of(fresh);
    }

    private void set(String key, String value) {
        Set<String> known = section.isPresent() ? OF_A_FORUM : GENERAL;
        if (!known.contains(key)) {
            String where =
                    section.isPresent() ? "of a forum are address, user, password-file" : "here are default, plain";
            throw wrong("there is no key '" + key + "': the keys " + where);
        }
        if (section.map(Section::values).orElse(general).put(key, value) != null) {
            throw wrong(key + " is given twice");
        }
        if (key.equals("plain") && !value.equals("true") && !value.equals("false")) {
            throw wrong("plain is true or false");
        }
    }

    private Config.Named named(Section one) throws FileException {
        String place = one.values().get("address");
        if (place == null) {
            throw wrong("[" + one.name() + "] has no address");
        }
        Address address = address(place);
        Optional<String> passwordFile = Optional.ofNullable(one.values().get("password-file"));
        return new Config.Named(
                Optional.ofNullable(one.values().get("user")).map(address::as).orElse(address),
                passwordFile.isPresent() ? Optional.of(folder.path(passwordFile.get())) : Optional.empty());
    }

    private Address address(String place) {
        try {
            String[] words = place.split("\\s+");
            return words.length == 2 ? Address.of(words[0], words[1]) : Address.parse(place);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(file + ", line " + line + ": " + what);
    }
}
