package forum.client.terminal;

import forum.client.file.FileException;
import forum.client.file.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;

/** Offer paths on this machine. */
final class PathCompletion {

    private static final int MOST = 1000;

    private final Folder folder;

    PathCompletion(Folder folder) {
        this.folder = folder;
    }

    /** Offer what is in the folder that was typed so far; hidden files only when a dot was. */
    Stream<Candidate> offers(String typed) {
        if (typed.equals("~")) {
            return Stream.of(folder("~/"));
        }
        int slash = typed.lastIndexOf('/') + 1;
        String parent = typed.substring(0, slash);
        boolean hidden = typed.startsWith(".", slash);
        try (Stream<Path> all = Files.list(folder.path(parent.isEmpty() ? "." : parent))) {
            List<Candidate> offers = all.filter(
                            path -> hidden || !path.getFileName().toString().startsWith("."))
                    .limit(MOST)
                    .sorted()
                    .map(path -> offer(parent, path))
                    .toList();
            return offers.stream();
        } catch (IOException | FileException noSuchFolder) {
            return Stream.of();
        }
    }

    private static Candidate offer(String parent, Path path) {
        String name = parent + path.getFileName();
        return Files.isDirectory(path) ? folder(name + "/") : new Candidate(name);
    }

    /** A folder is not complete: what is in it follows without a space. */
    private static Candidate folder(String name) {
        return new Candidate(name, name, null, null, null, null, false);
    }
}
