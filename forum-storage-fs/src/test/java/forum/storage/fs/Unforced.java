package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Know what a power loss may take: sectors and lengths of files that were not forced, and what was done to names in
 * folders that were not.
 *
 * <p>Each of these survives or not by itself, as POSIX allows; only a renaming is whole or not at all.
 */
final class Unforced {

    private static final int SECTOR = 512;

    private final Disk real = new RealDisk();
    private final FolderNode root = new FolderNode();
    private long clock;

    /** Know a file or folder, whatever its name is now, or was. */
    sealed interface Node {}

    /** Know a file; its content is kept here once no name leads to it. */
    static final class FileNode implements Node {
        private final List<Write> writes = new ArrayList<>();
        private byte[] content = {};
    }

    private static final class FolderNode implements Node {
        private final Map<String, Node> names = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();
    }

    /** Remember a write, what was there before, and how long the file was. */
    private record Write(long time, long position, byte[] before, long length) {}

    /** Remember what names of one folder meant before and after, nothing if there was no such name. */
    private record Change(
            long time, Kind kind, Map<String, Optional<Node>> before, Map<String, Optional<Node>> after) {}

    private enum Kind {
        BYTES,
        NAME,
        DELETION
    }

    /** Decide what survives. */
    private record Fate(Loss loss, Random random, long end) {

        boolean keeps(Kind kind, long time) {
            return switch (loss) {
                case EVERYTHING -> false;
                case LATEST -> time < end;
                case NAMES -> kind != Kind.NAME;
                case BYTES -> kind != Kind.BYTES;
                case ANY -> random.nextBoolean();
            };
        }
    }

    /** Take note of a new file or folder. */
    void made(Path path, boolean folder) {
        Node made = folder ? new FolderNode() : new FileNode();
        change(path, Kind.NAME, Map.of(name(path), Optional.of(made)));
    }

    /** Take note of a renaming that is about to be done. */
    void moving(Path from, Path to) throws IOException {
        if (!from.getParent().equals(to.getParent())) {
            throw new AssertionError("Whether half of this survives depends on the file system: " + from + ", " + to);
        }
        keepContent(to);
        change(to, Kind.NAME, Map.of(name(from), Optional.empty(), name(to), find(from)));
    }

    /** Take note of a deletion that is about to be done. */
    void deleting(Path path) throws IOException {
        if (find(path).isPresent()) {
            keepContent(path);
            change(path, Kind.DELETION, Map.of(name(path), Optional.empty()));
        }
    }

    /** Find a file that is there. */
    FileNode file(Path path) {
        return (FileNode) find(path).orElseThrow();
    }

    /** Take note of a write that is about to be done. */
    void writing(FileNode node, DiskFile file, long position, int length) throws IOException {
        ByteBuffer before = ByteBuffer.allocate(length);
        file.read(before, position);
        node.writes.add(new Write(clock++, position, before.array(), file.size()));
    }

    void forced(FileNode node) {
        node.writes.clear();
    }

    void forcedFolder(Path path) {
        find(path).ifPresent(node -> ((FolderNode) node).changes.clear());
    }

    /** Take away what does not survive; the rest is durable then. */
    void lose(Loss loss, Random random) throws IOException {
        List<Long> times = new ArrayList<>(List.of(clock));
        collectTimes(root, times);
        settle(root, Path.of("/"), new Fate(loss, random, times.get(random.nextInt(times.size()))));
        root.names.clear();
    }

    private static void collectTimes(Node node, List<Long> times) {
        switch (node) {
            case FileNode file -> file.writes.forEach(write -> times.add(write.time));
            case FolderNode folder -> {
                folder.changes.forEach(change -> times.add(change.time));
                folder.names.values().forEach(inner -> collectTimes(inner, times));
            }
        }
    }

    private void change(Path path, Kind kind, Map<String, Optional<Node>> after) {
        FolderNode folder = (FolderNode) find(path.toAbsolutePath().getParent()).orElseThrow();
        Map<String, Optional<Node>> before = new HashMap<>();
        after.keySet().forEach(name -> before.put(name, find(path.resolveSibling(name))));
        folder.changes.add(new Change(clock++, kind, before, after));
        after.forEach((name, node) -> put(folder, name, node));
    }

    /** Find what a path leads to. */
    private Optional<Node> find(Path path) {
        Node node = root;
        Path place = path.toAbsolutePath();
        for (int i = 1; i <= place.getNameCount(); i++) {
            Path at = place.getRoot().resolve(place.subpath(0, i));
            if (!Files.exists(at)) { // a test may have deleted it
                return Optional.empty();
            }
            node = ((FolderNode) node)
                    .names.computeIfAbsent(name(at), _ -> Files.isDirectory(at) ? new FolderNode() : new FileNode());
        }
        return Optional.of(node);
    }

    private void keepContent(Path path) throws IOException {
        if (find(path).orElse(null) instanceof FileNode file) {
            file.content = Files.readAllBytes(path);
        }
    }

    private void settle(FolderNode folder, Path path, Fate fate) throws IOException {
        rename(folder, path, survivors(folder, fate));
        for (Map.Entry<String, Node> entry : folder.names.entrySet()) {
            Path place = path.resolve(entry.getKey());
            if (!Files.exists(place)) { // a test may have deleted it
                continue;
            }
            switch (entry.getValue()) {
                case FolderNode inner -> settle(inner, place, fate);
                case FileNode file -> settle(file, place, fate);
            }
        }
    }

    /** Tell what the names mean that are not sure. */
    private static Map<String, Optional<Node>> survivors(FolderNode folder, Fate fate) {
        Map<String, Optional<Node>> meanings = new LinkedHashMap<>();
        for (Change change : folder.changes) {
            change.before.forEach(meanings::putIfAbsent);
        }
        for (Change change : folder.changes) {
            if (fate.keeps(change.kind, change.time)) {
                meanings.putAll(change.after);
            }
        }
        return meanings;
    }

    private void rename(FolderNode folder, Path path, Map<String, Optional<Node>> meanings) throws IOException {
        meanings.entrySet()
                .removeIf(name -> Objects.equals(name.getValue().orElse(null), folder.names.get(name.getKey())));
        Map<Node, Path> aside = new LinkedHashMap<>();
        for (String name : meanings.keySet()) {
            Node present = folder.names.get(name);
            if (present != null && Files.exists(path.resolve(name))) {
                aside.put(present, Files.move(path.resolve(name), path.resolve(".aside" + aside.size())));
            }
        }
        for (Map.Entry<String, Optional<Node>> name : meanings.entrySet()) {
            put(folder, name.getKey(), name.getValue());
            if (name.getValue().isPresent()) {
                Node node = name.getValue().get();
                place(node, Optional.ofNullable(aside.remove(node)), path.resolve(name.getKey()));
            }
        }
        for (Path gone : aside.values()) {
            deleteAll(gone);
        }
    }

    private static void place(Node node, Optional<Path> aside, Path path) throws IOException {
        if (aside.isPresent()) {
            Files.move(aside.get(), path);
        } else {
            switch (node) {
                case FolderNode _ -> Files.createDirectory(path);
                case FileNode file -> Files.write(path, file.content);
            }
        }
    }

    private void settle(FileNode node, Path path, Fate fate) throws IOException {
        if (node.writes.isEmpty()) {
            return;
        }
        try (DiskFile file = real.open(path)) {
            for (Write write : node.writes.reversed()) {
                settle(write, file, fate);
            }
        }
        Write first = node.writes.getFirst();
        if (!fate.keeps(Kind.BYTES, first.time)) {
            cut(path, first.length);
        }
    }

    private static void settle(Write write, DiskFile file, Fate fate) throws IOException {
        for (int at = 0; at < write.before.length; ) {
            int length = (int) Math.min(SECTOR - (write.position + at) % SECTOR, write.before.length - at);
            if (!fate.keeps(Kind.BYTES, write.time)) {
                file.write(ByteBuffer.wrap(write.before, at, length), write.position + at);
            }
            at += length;
        }
    }

    /** Forget that a file grew. */
    private static void cut(Path path, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** Delete a file or a folder with all that it holds. */
    static void deleteAll(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void put(FolderNode folder, String name, Optional<Node> node) {
        node.ifPresentOrElse(meant -> folder.names.put(name, meant), () -> folder.names.remove(name));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
