package forum.storage.fs;

import forum.storage.fs.Unforced.FileNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reach the real disk until a test lets it fail, kills the server or takes away its power.
 *
 * <p>Nothing is really forced: what a power loss takes is in {@link Unforced}.
 */
final class FaultyDisk implements Disk {

    private final Disk real = new RealDisk();
    private final Unforced unforced = new Unforced();
    private Plan plan = (operation, file) -> Verdict.FINE;
    private boolean off;

    /** Say what is done to a file or folder. */
    enum Operation {
        CREATE,
        READ,
        WRITE,
        FORCE,
        MOVE,
        DELETE,
        FOLDER
    }

    /** Say how an operation ends. */
    enum Verdict {
        FINE,
        FAILS_BEFORE,
        FAILS_HALFWAY,
        FAILS_AFTER,
        FULL
    }

    /** Decide how operations end. */
    @FunctionalInterface
    interface Plan {
        Verdict judge(Operation operation, Path file);
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }

    /** Let operations fail as planned from now on. */
    synchronized void plan(Plan next) {
        plan = next;
    }

    /** Let everything succeed again. */
    synchronized void heal() {
        plan = (operation, file) -> Verdict.FINE;
    }

    /** Let nothing succeed before the restart, as when the server is killed; what was not forced is there afterwards. */
    synchronized void switchOff() {
        off = true;
    }

    /** Lose what was not forced, in one of the ways, and let nothing succeed before the restart. */
    synchronized void crash(Random random) {
        crash(Loss.values()[random.nextInt(Loss.values().length)], random);
    }

    /** Lose what was not forced, and let nothing succeed before the restart. */
    synchronized void crash(Loss loss, Random random) {
        off = true;
        try {
            unforced.lose(loss, random);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Let the server run again; what the write that a crash hit left on disk is there. */
    synchronized void restart() {
        off = false;
        heal();
    }

    /** Tell whether nothing succeeds. */
    synchronized boolean isOff() {
        return off;
    }

    /** Let something end the server, by a crash or else, before an operation, after so many others but for reading. */
    synchronized void endAfter(int operations, Runnable end) {
        AtomicInteger countdown = new AtomicInteger(operations);
        plan = (operation, file) -> {
            if (operation == Operation.READ || countdown.getAndDecrement() > 0) {
                return Verdict.FINE;
            }
            end.run();
            return operations % 2 == 0 ? Verdict.FAILS_BEFORE : Verdict.FAILS_HALFWAY;
        };
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        perform(Operation.CREATE, file, () -> {
            if (!Files.exists(file)) {
                unforced.made(file, false);
            }
            real.create(file).close();
        });
        return open(file);
    }

    @Override
    public synchronized DiskFile open(Path file) throws IOException {
        DiskFile open = real.open(file);
        return new FaultyFile(file, open, unforced.file(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        perform(Operation.MOVE, from, () -> {
            unforced.moving(from, to);
            real.move(from, to);
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        perform(Operation.DELETE, file, () -> {
            unforced.deleting(file);
            real.delete(file);
        });
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        perform(Operation.FOLDER, folder, () -> {
            if (!Files.exists(folder)) {
                unforced.made(folder, true);
            }
            real.createFolder(folder);
        });
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        perform(Operation.FORCE, folder, () -> unforced.forcedFolder(folder));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return real.list(folder);
    }

    private synchronized void perform(Operation operation, Path file, Action action) throws IOException {
        perform(operation, file, action, () -> {});
    }

    private synchronized void perform(Operation operation, Path file, Action action, Action half) throws IOException {
        if (off) {
            throw new IOException("The machine is off");
        }
        switch (plan.judge(operation, file)) {
            case FINE -> action.run();
            case FULL -> throw new IOException("No space left on device");
            case FAILS_BEFORE -> throw new IOException("Input/output error");
            case FAILS_HALFWAY -> {
                half.run();
                throw new IOException("Input/output error");
            }
            case FAILS_AFTER -> {
                action.run();
                throw new IOException("Input/output error");
            }
        }
    }

    private final class FaultyFile implements DiskFile {

        private final Path path;
        private final DiskFile file;
        private final FileNode node;

        FaultyFile(Path path, DiskFile file, FileNode node) {
            this.path = path;
            this.file = file;
            this.node = node;
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            perform(Operation.READ, path, () -> file.read(target, position));
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            ByteBuffer half = source.duplicate();
            half.limit(half.position() + half.remaining() / 2);
            perform(Operation.WRITE, path, () -> write(position, source), () -> write(position, half));
        }

        private void write(long position, ByteBuffer source) throws IOException {
            unforced.writing(node, file, position, source.remaining());
            file.write(source, position);
        }

        @Override
        public void force() throws IOException {
            perform(Operation.FORCE, path, () -> unforced.forced(node));
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
