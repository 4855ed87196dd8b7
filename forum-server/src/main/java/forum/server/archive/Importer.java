package forum.server.archive;

import forum.api.Attachment;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.command.PluginStore;
import forum.api.storage.Restoration;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.api.storage.StorageProvider;
import forum.api.wire.WireInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Read what an {@link Exporter} has written into a new storage, all or nothing. Used once, by one thread. */
public final class Importer {

    /** The longest text, every byte of it escaped, fits. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int REPORTED = 1000;

    private final Path folder;
    private final Restoration restoration;
    private final Consumer<String> report;
    private final Consistency seen = new Consistency();
    private long number;
    private boolean complete;

    private Importer(Path folder, Restoration restoration, Consumer<String> report) {
        this.folder = folder;
        this.restoration = restoration;
        this.report = report;
    }

    /**
     * Read all.
     *
     * @param source the export's folder
     * @param config where to; its folder is empty or does not exist
     * @param report gets what is being done, often
     * @throws StorageException if anything is not as it should be, with one sentence that names file and line; nothing
     *     is imported then
     */
    public static void restore(
            Path source, StorageProvider provider, StorageProvider.Config config, Consumer<String> report) {
        Path lines = source.resolve(ArchiveFolder.LINES);
        try (FileChannel file = FileChannel.open(lines, StandardOpenOption.READ);
                Restoration restoration = provider.restore(config)) {
            new Importer(source, restoration, report).read(lines, new WireInput(file::read));
        } catch (IOException e) {
            throw new StorageException(Fault.IO, "Cannot read " + lines + ": " + StorageException.reason(e), e);
        }
    }

    private void read(Path file, WireInput in) {
        try {
            while (in.peek() >= 0) {
                number++;
                Line.require(!complete, "something follows the end");
                read(Line.parse(in.line(LONGEST_LINE)));
                if (number % REPORTED == 0) {
                    report.accept("Imported " + number + " lines");
                }
            }
            number++;
            Line.require(complete, "the end is missing");
        } catch (IOException e) {
            throw bad(file, StorageException.reason(e), e);
        } catch (StorageException e) {
            throw e.fault() == Fault.DAMAGED ? bad(file, e.getMessage(), e) : e;
        }
        restoration.commit(seen.lastId());
    }

    private StorageException bad(Path file, String why, Exception cause) {
        return new StorageException(
                Fault.DAMAGED, file + ", line " + number + ": " + why + "; nothing was imported", cause);
    }

    private void read(Line line) throws IOException {
        String type = line.string("type");
        Line.require(type.equals("forum") == (number == 1), "the first line, and no other, says forum");
        switch (type) {
            case "forum" ->
                Line.require(
                        line.number("version") == LineWriter.VERSION,
                        "this server reads version " + LineWriter.VERSION);
            case "thread" -> readThread(line);
            case "message" -> readMessage(line);
            case "file" -> readFile(line);
            case "plugin" -> readPlugin(line);
            case "user" -> readUser(line);
            case "end" -> readEnd(line);
            default -> throw new Line.BadLine("nothing is known of the type " + type);
        }
        line.end();
    }

    private void readThread(Line line) throws IOException {
        ForumThread thread = new ForumThread(
                line.name("title", Name.Kind.THREAD),
                line.number("id"),
                line.name("owner", Name.Kind.USER),
                0,
                0,
                line.time("created"),
                line.time("active"),
                line.number("revision"));
        line.string("path");
        seen.thread(thread);
        restoration.thread(thread);
    }

    private void readMessage(Line line) throws IOException {
        Message message = new Message(
                0,
                line.number("id"),
                line.name("author", Name.Kind.USER),
                line.time("time"),
                line.bool("edited"),
                line.text("text"));
        seen.message(message);
        restoration.message(message);
    }

    private void readFile(Line line) throws IOException {
        Attachment file = new Attachment(
                line.number("id"),
                line.name("author", Name.Kind.USER),
                line.time("time"),
                line.name("name", Name.Kind.FILE),
                line.number("size"),
                line.string("sha256"));
        Path path = folder.resolve(plainName(line.string("path")));
        seen.attachment(file);
        try (FileUpload upload =
                FileUpload.open(path, file.file(), file.size(), () -> report.accept("Importing " + file.file()))) {
            restoration.attachment(file, upload);
        }
    }

    private void readPlugin(Line line) throws IOException {
        String plugin = line.string("plugin");
        String key = line.string("key");
        byte[] value = line.bytes("value");
        int length = key.getBytes(StandardCharsets.UTF_8).length;
        Line.require(!plugin.isEmpty(), "plugin is empty");
        Line.require(length > 0 && length <= PluginStore.MAX_KEY_BYTES, "key is empty or too long");
        Line.require(value.length <= PluginStore.MAX_VALUE_BYTES, "value is too long");
        seen.key(plugin, key);
        restoration.plugin(plugin, key, value);
    }

    private void readUser(Line line) throws IOException {
        Name user = line.name("name", Name.Kind.USER);
        String credential = line.string("credential");
        Line.require(
                !credential.isEmpty() && credential.chars().noneMatch(Character::isISOControl),
                "credential is not one line");
        seen.user(user);
        restoration.credential(user, credential);
    }

    private void readEnd(Line line) throws IOException {
        seen.end(line.number("lastId"), line.number("threads"), line.number("entries"));
        complete = true;
    }

    private static String plainName(String path) throws Line.BadLine {
        Line.require(
                !path.isEmpty()
                        && path.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c == 0)
                        && !path.equals(".")
                        && !path.equals(".."),
                "path leads out of the folder");
        return path;
    }
}
