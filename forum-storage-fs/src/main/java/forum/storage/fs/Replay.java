package forum.storage.fs;

import forum.api.Text;
import forum.storage.fs.Change.Attached;
import forum.storage.fs.Change.Posted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Make the forum in memory from what the journal says. */
final class Replay {

    private final ForumState state;
    private final AttachmentFiles files;
    private long segment;

    Replay(ForumState state, AttachmentFiles files) {
        this.state = state;
        this.files = files;
    }

    /** Take over what a snapshot says; tells where the journal goes on, unless there is no good one. */
    Optional<SnapshotHeader> restore(Snapshot snapshot, List<SegmentFile> journal) throws IOException {
        return snapshot.restore(journal, state, files);
    }

    /** Take note that many records come at once, or no longer. */
    void hurry(boolean more) {
        state.slabs.hurry(more);
    }

    /** Go on with a segment. */
    void begin(SegmentHeader header) {
        state.idsBegin(header.nextId());
        segment = header.last();
    }

    /**
     * Apply the change that a record tells.
     *
     * @throws IllegalArgumentException if it is none that this version knows
     */
    void apply(FieldReader record) {
        if (record.peek() == ChangeCodec.POSTED) {
            post(record);
        } else {
            apply(ChangeCodec.read(record));
        }
    }

    private void apply(Change change) {
        state.replay(change);
        state.written(change, segment);
        if (change instanceof Attached attached) {
            files.used(attached.file().blob());
        }
    }

    private void post(FieldReader record) {
        FieldReader rest = record.skip(1);
        long threadId = rest.number();
        long revision = rest.number();
        long time = rest.time();
        long id = rest.number();
        int author = state.names.number(rest);
        int length = rest.remaining();
        if (length == 0) {
            throw new IllegalArgumentException("A message has no text");
        }
        ThreadState thread = state.thread(threadId);
        if (thread == null) {
            apply(new Posted(threadId, revision, time, id, state.names.name(author), Text.of(rest.bytes(length))));
            return;
        }
        long place = state.slabs.add(rest.array(), rest.at(), length);
        long size = RecordSize.message(threadId, id, state.names.name(author)) + length;
        state.replayPost(thread, revision, new EntryData(id, time, author, place), size);
    }
}
