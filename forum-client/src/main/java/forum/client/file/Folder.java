package forum.client.file;

import forum.api.Name;
import forum.api.Printable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Find files on this machine.
 *
 * @param current where paths begin, and where downloads go
 * @param home what {@code ~} stands for
 */
public record Folder(Path current, Path home) {

    /** Take those of this process; its environment may have a home of its own, as shells see it. */
    public static Folder ofProcess() {
        String home = Optional.ofNullable(System.getenv("HOME"))
                .filter(path -> path.startsWith("/"))
                .orElseGet(() -> System.getProperty("user.home"));
        return new Folder(Path.of(""), Path.of(home));
    }

    /** Find a path as somebody typed it. */
    public Path path(String typed) throws FileException {
        try {
            if (typed.equals("~") || typed.startsWith("~/")) {
                return home.resolve(typed.substring(Math.min(2, typed.length())));
            }
            return current.resolve(typed);
        } catch (InvalidPathException e) {
            throw new FileException(Printable.line(typed) + " is no path", e);
        }
    }

    /** Find a file that can be sent. */
    public Path toSend(String typed) throws FileException {
        Path path = path(typed);
        String name = Printable.line(typed);
        if (typed.isEmpty()) {
            throw new FileException("A file without a name cannot be sent");
        }
        if (Files.isDirectory(path)) {
            throw new FileException(name + " is a folder");
        }
        if (!Files.exists(path)) {
            throw new FileException("There is no file " + name);
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new FileException(name + " cannot be read");
        }
        return path;
    }

    /** Name a path so that the user finds it: from home on if it is there. */
    public String shown(Path path) {
        return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
    }

    /** Name a file as the forum is to know it: by the last part of its path, in normalization form C. */
    public static String nameOf(Path path) {
        return Normalizer.normalize(
                String.valueOf(path.toAbsolutePath().normalize().getFileName()), Normalizer.Form.NFC);
    }

    /**
     * Find where to write a file that the forum calls so; never outside the current folder, never hidden, nothing that
     * a command could take for an option.
     */
    public Path toWrite(String name) throws FileException {
        if (!isWritten(name)) {
            throw new FileException("A file is not written under the name " + Printable.line(name));
        }
        return path("./" + name);
    }

    /** Tell whether a file that the forum calls so may be written at all. */
    public static boolean isWritten(String name) {
        return !name.startsWith(".")
                && !name.startsWith("-")
                && new Name(name).flaw(Name.Kind.FILE).isEmpty();
    }
}
