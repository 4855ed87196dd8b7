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
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Write and read the type and payload of a record (docs/storage-format.md, Records). */
final class ChangeCodec {

    /** The type of most records. */
    static final int POSTED = 2;

    static final int SEALED = 11;

    private static final int SHA_256 = 32;

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
                begin(target, POSTED, thread, revision, time);
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
            case Sealed() -> target.put((byte) SEALED);
            case Closed() -> target.put((byte) 12);
        }
    }

    /**
     * Read a change that takes all that is left.
     *
     * @throws IllegalArgumentException if it is none that this version knows
     */
    static Change read(FieldReader source) {
        int type = source.octet();
        Change change = type <= 8 ? readInThread(type, source) : readOther(type, source);
        if (source.remaining() > 0) {
            throw new IllegalArgumentException("A record of type " + type + " is too long");
        }
        return change;
    }

    private static Change readInThread(int type, FieldReader source) {
        long thread = source.number();
        long revision = source.number();
        long time = source.time();
        return switch (type) {
            case 1 -> new Created(thread, revision, time, source.name(), source.name());
            case POSTED -> new Posted(thread, revision, time, source.number(), source.name(), text(source));
            case 3 -> new Placed(thread, revision, time, source.number(), source.name());
            case 4 -> new Edited(thread, revision, time, source.number(), source.name(), text(source));
            case 5 -> new Deleted(thread, revision, time, source.number(), source.name());
            case 6 -> new Removed(thread, revision, time, source.name());
            case 7 -> new Attached(thread, revision, time, source.number(), source.name(), file(source));
            case 8 -> new Reached(thread, revision, time);
            default -> throw new IllegalArgumentException("A record has the unknown type " + type);
        };
    }

    private static Change readOther(int type, FieldReader source) {
        return switch (type) {
            case 9 -> new Stored(source.string(), source.string(), source.bytes(source.remaining()));
            case 10 -> new Dropped(source.string(), source.string());
            case SEALED -> new Sealed();
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

    static void putFile(ByteBuffer target, StoredFile file) {
        Fields.putName(target, file.name());
        Fields.putNumber(target, file.size());
        target.put(HexFormat.of().parseHex(file.sha256()));
        Fields.putNumber(target, file.blob());
    }

    static StoredFile file(FieldReader source) {
        Name name = source.name();
        long size = source.number();
        String sha256 = HexFormat.of().formatHex(source.bytes(SHA_256));
        return new StoredFile(name, size, sha256, source.number());
    }

    private static Text text(FieldReader source) {
        if (source.remaining() == 0) {
            throw new IllegalArgumentException("A message has no text");
        }
        return Text.of(source.bytes(source.remaining()));
    }
}
