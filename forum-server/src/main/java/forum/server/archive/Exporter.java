package forum.server.archive;

import forum.api.Answer;
import forum.api.Attachment;
import forum.api.Content;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Page;
import forum.api.Range;
import forum.api.command.PluginStore;
import forum.api.storage.Actor;
import forum.api.storage.Credentials;
import forum.api.storage.Session;
import forum.api.storage.Storage;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Write the forum of a storage to a folder. Used once, by one thread. */
public final class Exporter {

    /** Nobody is called that; an exporter changes nothing. */
    private static final Actor NOBODY = Actor.user(new Name(""));

    private static final int REPORTED = 1000;

    private final Storage storage;
    private final Session session;
    private final Path folder;
    private final Consumer<String> report;
    private final FileNames names = new FileNames();
    private long entries;

    private Exporter(Storage storage, Path folder, Consumer<String> report) {
        this.storage = storage;
        this.session = storage.session(NOBODY);
        this.folder = folder;
        this.report = report;
    }

    /**
     * Write all to a folder that is empty or does not exist; it appears when it is whole.
     *
     * @param withPasswords whether the users' credentials are written, too
     * @param report gets what is being done, often
     * @throws StorageException if that is not possible, with one sentence
     */
    public static void export(Storage storage, Path target, boolean withPasswords, Consumer<String> report) {
        try (ArchiveFolder folder = ArchiveFolder.create(target)) {
            new Exporter(storage, folder.path(), report).write(withPasswords);
            folder.finish();
        } catch (IOException e) {
            throw new StorageException(Fault.IO, "Cannot export to " + target + ": " + StorageException.reason(e), e);
        }
    }

    private void write(boolean withPasswords) throws IOException {
        names.take(ArchiveFolder.LINES, 0);
        try (LineWriter lines = new LineWriter(folder.resolve(ArchiveFolder.LINES))) {
            lines.begin();
            long threads = 0;
            for (ForumThread thread : session.threads()) {
                if (session.read(thread.title(), Range.ALL) instanceof Answer.Done<Page>(Page page)
                        && page.thread().id() == thread.id()) {
                    write(page, lines);
                    threads++;
                }
            }
            writePlugins(lines);
            if (withPasswords) {
                writeUsers(lines);
            }
            session.sync();
            lines.end(storage.lastId(), threads, entries);
        }
    }

    private void write(Page page, LineWriter lines) throws IOException {
        ForumThread thread = page.thread();
        String path = names.take(thread.title().value(), thread.id());
        lines.thread(thread, path);
        try (ThreadText text = new ThreadText(folder.resolve(path), thread)) {
            for (Entry entry : page) {
                switch (entry) {
                    case Message message -> {
                        lines.message(message);
                        text.message(message);
                    }
                    case Attachment file -> {
                        String name = names.take(thread.title() + "-" + file.file(), file.id());
                        lines.attachment(file, name);
                        text.attachment(file);
                        copy(thread, file, folder.resolve(name));
                    }
                }
                if (++entries % REPORTED == 0) {
                    report.accept("Exported " + entries + " entries");
                }
            }
        }
    }

    private void copy(ForumThread thread, Attachment file, Path target) throws IOException {
        if (!(session.open(thread.title(), file.file()) instanceof Answer.Done<Content>(Content content))) {
            throw new IOException("the thread " + thread.title() + " was removed meanwhile; try again");
        }
        try (content;
                FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DigestChannel digesting = new DigestChannel(out);
            for (long at = 0; at < content.size(); ) {
                at += content.transferTo(at, Math.min(1 << 20, content.size() - at), digesting);
                report.accept("Exported " + (at >> 20) + " of " + (content.size() >> 20) + " MiB of " + file.file());
            }
            if (!digesting.sha256().equals(file.sha256())) {
                throw new IOException("the file " + file.file() + " of the thread " + thread.title()
                        + " is damaged; see `forum-server check`");
            }
        }
    }

    private void writePlugins(LineWriter lines) throws IOException {
        for (String plugin : storage.plugins()) {
            PluginStore store = session.store(plugin);
            for (String key : store.keys("")) {
                byte[] value = store.read(key).orElse(null);
                if (value != null) {
                    lines.plugin(plugin, key, value);
                }
            }
        }
    }

    private void writeUsers(LineWriter lines) throws IOException {
        Credentials credentials = storage.credentials();
        for (Name user : credentials.names()) {
            String credential = credentials.find(user).orElse("");
            if (!credential.isEmpty()) {
                lines.user(user, credential);
            }
        }
    }
}
