package forum.storage.fs;

import forum.api.Attachment;
import forum.api.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Write what is in memory as frames (docs/storage-format.md, The snapshot); texts are packed anew on the way. */
final class SnapshotWriter implements AutoCloseable {

    static final int HEAD = 12;

    /** The bytes of the head that the checksum after them covers, with what follows the head. */
    static final int CHECKED = 8;

    static final int TEXTS = 1;
    static final int ITEMS = 2;

    static final int NAME = 1;
    static final int THREAD = 2;
    static final int FILE = 3;
    static final int BLOCK = 4;
    static final int VALUE = 5;
    static final int END = 6;

    /** The most bytes of items in a frame. */
    static final int LONGEST = 1 << 20;

    private static final int LONGEST_ITEM = 2 * Frame.LONGEST_BODY;

    private final DiskFile file;
    private final ForumState state;
    private final ByteBuffer texts =
            ByteBuffer.allocateDirect(HEAD + Slabs.SIZE).position(HEAD);
    private final ByteBuffer items = ByteBuffer.allocateDirect(HEAD + LONGEST).position(HEAD);
    private long at = SnapshotHeader.SIZE;
    private long slabs;

    SnapshotWriter(DiskFile file, ForumState state) {
        this.file = file;
        this.state = state;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Write everything; the header comes last, so that nothing unfinished looks like a snapshot. */
    void write(SnapshotHeader header, long lastBlob) throws IOException {
        for (int author = 0; author < state.names.count(); author++) {
            begin(NAME);
            Fields.putName(items, state.names.name(author));
        }
        for (ThreadState thread : state.threads()) {
            writeThread(thread);
        }
        for (PluginStates.Stored stored : state.plugins.all()) {
            begin(VALUE);
            Fields.putNumber(items, stored.segment());
            Fields.putString(items, stored.plugin());
            Fields.putString(items, stored.key());
            Fields.putNumber(items, stored.value().length);
            items.put(stored.value());
        }
        begin(END);
        Fields.putNumber(items, state.lastId());
        Fields.putNumber(items, lastBlob);
        Fields.putNumber(items, state.waste.all());
        Fields.putNumber(items, state.waste.dead());
        flush(TEXTS, texts);
        flush(ITEMS, items);
        ByteBuffer head = ByteBuffer.allocate(SnapshotHeader.SIZE);
        header.write(head);
        file.write(head, 0);
    }

    private void writeThread(ThreadState thread) throws IOException {
        begin(THREAD);
        Fields.putNumber(items, thread.id);
        Fields.putNumber(items, thread.revision());
        items.putLong(thread.created.toEpochMilli());
        items.putLong(thread.active());
        Fields.putNumber(items, thread.recorded());
        Fields.putName(items, thread.owner);
        Fields.putName(items, thread.title);
        for (Attachment attachment : thread.attachments()) {
            begin(FILE);
            Fields.putNumber(items, attachment.id());
            items.putLong(attachment.time().toEpochMilli());
            Fields.putName(items, attachment.author());
            ChangeCodec.putFile(
                    items,
                    new Change.StoredFile(
                            attachment.file(), attachment.size(), attachment.sha256(), thread.blob(attachment.file())));
        }
        for (int block = 0; block < thread.entries.blocks(); block++) {
            Block packed = pack(thread.entries.block(block));
            begin(BLOCK);
            packed.writeTo(items);
        }
    }

    private Block pack(Block block) throws IOException {
        Block packed = Block.of(pack(block.entry(0)), null);
        for (int i = 1; i < block.count(); i++) {
            packed = packed.append(pack(block.entry(i)));
        }
        return packed;
    }

    private EntryData pack(EntryData entry) throws IOException {
        return new EntryData(entry.id(), entry.time(), entry.author(), pack(entry.place()));
    }

    private long pack(long place) throws IOException {
        if (Place.isFile(place) || place == Place.NO_TEXT) {
            return place;
        }
        Text text = state.slabs.view().text(place);
        if (texts.remaining() < Slabs.REVISION + text.length()) {
            flush(TEXTS, texts);
            slabs++;
        }
        if (Place.isEdited(place)) {
            texts.putLong(state.slabs.revision(place));
        }
        long packed = Place.ofText(slabs * Slabs.SIZE + texts.position() - HEAD, text.length());
        text.writeTo(texts);
        return Place.isEdited(place) ? Place.edited(packed) : packed;
    }

    private void begin(int item) throws IOException {
        if (items.remaining() < LONGEST_ITEM) {
            flush(ITEMS, items);
        }
        items.put((byte) item);
    }

    /** Compute the CRC-32C of a frame: of its kind, its length, and what follows the head. */
    static int checksum(ByteBuffer head, ByteBuffer content) {
        CRC32C crc = new CRC32C();
        crc.update(head.slice(0, CHECKED));
        crc.update(content);
        return (int) crc.getValue();
    }

    private void flush(int kind, ByteBuffer frame) throws IOException {
        int length = frame.position() - HEAD;
        frame.putInt(0, kind).putInt(4, length);
        frame.putInt(CHECKED, checksum(frame, frame.slice(HEAD, length)));
        file.write(frame.flip(), at);
        at += frame.limit();
        frame.clear().position(HEAD);
    }
}
