package forum.storage.fs;

import forum.api.Attachment;
import forum.api.Entry;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Page;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Show a slice of a thread; entries are made while iterating. */
record StoredPage(ForumThread thread, Slice slice, Slabs.View texts, Name[] names, Attachment[] files) implements Page {

    @Override
    public int size() {
        return slice.size();
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Entries();
    }

    private final class Entries implements Iterator<Entry> {

        private int left = slice.size();
        private int block;
        private int index = slice.skipped();
        private int number = slice.messagesBefore();

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Entry next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            if (index == slice.blocks()[block].count()) {
                block++;
                index = 0;
            }
            return entry(slice.blocks()[block], index++);
        }

        private Entry entry(Block from, int at) {
            long place = from.place(at);
            if (Place.isFile(place)) {
                return files[Place.fileIndex(place)];
            }
            return new Message(
                    ++number,
                    from.id(at),
                    names[from.author(at)],
                    Instant.ofEpochMilli(from.time(at)),
                    Place.isEdited(place),
                    texts.text(place));
        }
    }
}
