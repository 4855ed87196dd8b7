package forum.server;

import forum.api.storage.Capacity;
import forum.api.storage.StorageProvider;
import java.nio.file.Path;

/**
 * Say where a forum is kept, and how much of it.
 *
 * @param data the data folder; made if it is missing
 * @param storage what keeps it there
 * @param capacity how much the forum takes in
 * @param ephemeral whether {@code SHT} erases everything
 */
public record Keeping(Path data, StorageProvider storage, Capacity capacity, boolean ephemeral) {

    /** The largest file that is ever taken, in bytes: 4 GiB. */
    public static final long LARGEST_FILE = 4L << 30;

    /** Enough for people and their bots; one of them alone cannot fill the forum. */
    public static final Capacity CAPACITY = Capacity.UNLIMITED
            .with(new Capacity.Threads(100_000, 1_000, 10_000_000))
            .with(new Capacity.Messages(0, 256 << 20))
            .with(new Capacity.Files(LARGEST_FILE, 10_000, LARGEST_FILE));

    /** Keep it in this folder, as much as is usual, for good. */
    public static Keeping in(Path data, StorageProvider storage) {
        return new Keeping(data, storage, CAPACITY, false);
    }

    /** Tell how many bytes a file may have. */
    public long largestFile() {
        long most = capacity.files().bytes();
        return most == 0 ? LARGEST_FILE : Math.min(most, LARGEST_FILE);
    }

    /** Take in so much. */
    public Keeping with(Capacity other) {
        return new Keeping(data, storage, other, ephemeral);
    }

    /** Erase everything on {@code SHT}, or keep it. */
    public Keeping ephemeral(boolean erase) {
        return new Keeping(data, storage, capacity, erase);
    }
}
