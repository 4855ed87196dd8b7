package forum.storage.fs;

import forum.api.Name;
import forum.api.Text;
import forum.storage.fs.Change.Attached;
import forum.storage.fs.Change.Closed;
import forum.storage.fs.Change.Created;
import forum.storage.fs.Change.Deleted;
import forum.storage.fs.Change.Dropped;
import forum.storage.fs.Change.Edited;
import forum.storage.fs.Change.Placed;
import forum.storage.fs.Change.Posted;
import forum.storage.fs.Change.Reached;
import forum.storage.fs.Change.Removed;
import forum.storage.fs.Change.Sealed;
import forum.storage.fs.Change.Stored;
import forum.storage.fs.Change.StoredFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Write and read the type and payload of a record (docs/storage-format.md, Records). */
final class ChangeCodec {

    private ChangeCodec() {}

    /** Write a change at the target's position. */
    static void write(Change change, ByteBuffer target) {
        switch (change) {
            case Created(long thread, long revision, long time, Name owner, Name title) -> {
                begin(target, 1, thread, revision, time);
                Fields.putName(target, owner);
                Fields.putName(target, title);
            }
            case Posted(long thread, long revision, long time, long id, Name author, Text text) -> {
                begin(target, 2, thread, revision, time);
                Fields.putNumber(target, id);
                Fields.putName(target, author);
                text.writeTo(target);
            }
            case Placed(long thread, long revision, long time, long id, Name author) -> {
                begin(target, 3, thread, revision, time);
                Fields.putNumber(target, id);
                Fields.putName(target, author);
            }
            case Edited(long thread, long revision, long time, long id, Name actor, Text text) -> {
                begin(target, 4, thread, revision, time);
                Fields.putNumber(target, id);
                Fields.putName(target, actor);
                text.writeTo(target);
            }
            case Deleted(long thread, long revision, long time, long id, Name actor) -> {
                begin(target, 5, thread, revision, time);
                Fields.putNumber(target, id);
                Fields.putName(target, actor);
            }
            case Removed(long thread, long revision, long time, Name actor) -> {
                begin(target, 6, thread, revision, time);
                Fields.putName(target, actor);
            }
            case Attached(long thread, long revision, long time, long id, Name author, StoredFile file) -> {
                begin(target, 7, thread, revision, time);
                Fields.putNumber(target, id);
                Fields.putName(target, author);
                putFile(target, file);
            }
            case Reached(long thread, long revision, long time) -> begin(target, 8, thread, revision, time);
            case Stored(String plugin, String key, byte[] value) -> {
                target.put((byte) 9);
                Fields.putString(target, plugin);
                Fields.putString(target, key);
                target.put(value);
            }
            case Dropped(String plugin, String key) -> {
                target.put((byte) 10);
                Fields.putString(target, plugin);
                Fields.putString(target, key);
            }
            case Sealed() -> target.put((byte) 11);
            case Closed() -> target.put((byte) 12);
        }
    }

    /**
     * Read a change that fills the source; its text is a part of the source.
     *
     * @throws IllegalArgumentException if it is none that this version knows
     */
    static Change read(ByteBuffer source) {
        try {
            int type = source.get();
            Change change = type <= 8 ? readInThread(type, source) : readOther(type, source);
            if (source.hasRemaining()) {
                throw new IllegalArgumentException("A record of type " + type + " is too long");
            }
            return change;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("A record is too short", e);
        }
    }

    private static Change readInThread(int type, ByteBuffer source) {
        long thread = Fields.number(source);
        long revision = Fields.number(source);
        long time = source.getLong();
        return switch (type) {
            case 1 -> new Created(thread, revision, time, Fields.name(source), Fields.name(source));
            case 2 -> new Posted(thread, revision, time, Fields.number(source), Fields.name(source), rest(source));
            case 3 -> new Placed(thread, revision, time, Fields.number(source), Fields.name(source));
            case 4 -> new Edited(thread, revision, time, Fields.number(source), Fields.name(source), rest(source));
            case 5 -> new Deleted(thread, revision, time, Fields.number(source), Fields.name(source));
            case 6 -> new Removed(thread, revision, time, Fields.name(source));
            case 7 -> new Attached(thread, revision, time, Fields.number(source), Fields.name(source), file(source));
            case 8 -> new Reached(thread, revision, time);
            default -> throw new IllegalArgumentException("A record has the unknown type " + type);
        };
    }

    private static Change readOther(int type, ByteBuffer source) {
        return switch (type) {
            case 9 ->
                new Stored(Fields.string(source), Fields.string(source), Fields.bytes(source, source.remaining()));
            case 10 -> new Dropped(Fields.string(source), Fields.string(source));
            case 11 -> new Sealed();
            case 12 -> new Closed();
            default -> throw new IllegalArgumentException("A record has the unknown type " + type);
        };
    }

    private static void begin(ByteBuffer target, int type, long thread, long revision, long time) {
        target.put((byte) type);
        Fields.putNumber(target, thread);
        Fields.putNumber(target, revision);
        target.putLong(time);
    }

    private static void putFile(ByteBuffer target, StoredFile file) {
        Fields.putName(target, file.name());
        Fields.putNumber(target, file.size());
        target.put(HexFormat.of().parseHex(file.sha256()));
        Fields.putNumber(target, file.blob());
    }

    private static StoredFile file(ByteBuffer source) {
        Name name = Fields.name(source);
        long size = Fields.number(source);
        String sha256 = HexFormat.of().formatHex(Fields.bytes(source, 32));
        return new StoredFile(name, size, sha256, Fields.number(source));
    }

    private static Text rest(ByteBuffer source) {
        if (!source.hasRemaining()) {
            throw new IllegalArgumentException("A message has no text");
        }
        Text text = Text.stored(source, source.position(), source.remaining());
        source.position(source.limit());
        return text;
    }
}
