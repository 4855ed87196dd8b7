package forum.examples.search;

import forum.api.Answer;
import forum.api.Entry;
import forum.api.Event;
import forum.api.ForumThread;
import forum.api.ForumView;
import forum.api.Message;
import forum.api.Page;
import forum.api.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;

/**
 * The index of all messages: a document each, found by its text, holding the ids of thread and message.
 *
 * <p>With each commit go the revisions of the threads that it has read; a thread whose revision is another now has changed
 * while nobody listened. Written to by the listener's thread, searched by any.
 */
final class Index implements AutoCloseable {

    private static final String THREAD = "thread";
    private static final String MESSAGE = "message";

    /** Lucene would tell the operator about faster ways to search, which a plugin does not decide on. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    /**
     * Where a message was found.
     *
     * @param thread the id of its thread
     * @param message its id
     */
    record Hit(long thread, long message) {}

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<Long, Long> revisions = new HashMap<>();

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private Index(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
        writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(Words.ANALYZER).setOpenMode(mode));
        searchers = new SearcherManager(writer, null);
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> revisions.put(Long.valueOf(entry.getKey()), Long.valueOf(entry.getValue())));
        }
    }

    /** Open what is in the folder, or begin anew where that cannot be read. */
    static Index open(Path folder) {
        try {
            return new Index(folder, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException damaged) {
            return made(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Index made(Path folder) {
        try {
            return new Index(folder, IndexWriterConfig.OpenMode.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read all threads that have changed since the last commit, forget those that are gone, and commit. */
    void catchUp(ForumView forum) {
        Set<Long> present = new HashSet<>();
        for (ForumThread thread : forum.threads()) {
            present.add(thread.id());
            if (!Long.valueOf(thread.revision()).equals(revisions.get(thread.id()))
                    && forum.read(thread.title(), Range.ALL) instanceof Answer.Done<Page>(Page page)) {
                read(page);
            }
        }
        List.copyOf(revisions.keySet()).stream()
                .filter(id -> !present.contains(id))
                .forEach(this::forget);
        commit();
    }

    /** Take note of what happened. */
    void hear(Event event) {
        switch (event) {
            case Event.Posted posted -> put(posted.thread(), posted.message());
            case Event.Edited edited -> put(edited.thread(), edited.message());
            case Event.Deleted deleted -> write(() -> writer.deleteDocuments(id(deleted.message())));
            case Event.Removed removed -> forget(removed.thread().id());
            default -> {}
        }
        if (event instanceof Event.InThread inThread && !(event instanceof Event.Removed)) {
            revisions.put(inThread.thread().id(), inThread.thread().revision());
        }
    }

    /** Find the messages that fit best. */
    List<Hit> search(Query query, int most) {
        try {
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                StoredFields fields = searcher.storedFields();
                List<Hit> hits = new ArrayList<>();
                for (ScoreDoc found : searcher.search(query, most).scoreDocs) {
                    Document document = fields.document(found.doc);
                    hits.add(new Hit(number(document, THREAD), number(document, MESSAGE)));
                }
                return hits;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commit();
        write(() -> {
            searchers.close();
            writer.close();
            writer.getDirectory().close();
            return 0;
        });
    }

    private void read(Page page) {
        forget(page.thread().id());
        for (Entry entry : page) {
            if (entry instanceof Message message) {
                put(page.thread(), message);
            }
        }
        revisions.put(page.thread().id(), page.thread().revision());
    }

    private void forget(long thread) {
        write(() -> writer.deleteDocuments(new Term(THREAD, Long.toString(thread))));
        revisions.remove(thread);
    }

    private void put(ForumThread thread, Message message) {
        Document document = new Document();
        document.add(new StringField(THREAD, Long.toString(thread.id()), Field.Store.YES));
        document.add(new StringField(MESSAGE, Long.toString(message.id()), Field.Store.YES));
        document.add(new TextField(Words.TEXT, message.text().toString(), Field.Store.NO));
        write(() -> writer.updateDocument(id(message), document));
    }

    private void commit() {
        Map<String, String> data = new HashMap<>();
        revisions.forEach((thread, revision) -> data.put(Long.toString(thread), Long.toString(revision)));
        write(() -> {
            writer.setLiveCommitData(data.entrySet());
            return writer.commit();
        });
    }

    private static Term id(Message message) {
        return new Term(MESSAGE, Long.toString(message.id()));
    }

    private static long number(Document document, String field) {
        return Long.parseLong(document.get(field));
    }

    @FunctionalInterface
    private interface Change {
        long make() throws IOException;
    }

    private static void write(Change change) {
        try {
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
