package forum.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reach the real disk until a test lets it fail or crashes it.
 *
 * <p>A crash takes away any of the sectors that were written since their file was last forced, and the latest of the
 * files' names that were made, changed or deleted since their folder was.
 */
final class FaultyDisk implements Disk {

    private static final int SECTOR = 512;

    private final Disk real = new RealDisk();
    private final List<Unforced> unforced = new ArrayList<>();
    private final List<Renaming> renamings = new ArrayList<>();
    private Plan plan = (operation, file) -> Verdict.FINE;
    private boolean off;

    /** Say what is done to a file or folder. */
    enum Operation {
        CREATE,
        READ,
        WRITE,
        FORCE,
        TRUNCATE,
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

    private record Unforced(Path file, long position, byte[] before) {}

    private record Renaming(Path folder, Action undo) {}

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

    /** Let nothing succeed any more. */
    synchronized void switchOff() {
        off = true;
    }

    /** Lose sectors that were not forced, each with one chance in two, and let nothing succeed before the restart. */
    synchronized void crash(Random random) {
        off = true;
        try {
            for (Unforced write : unforced.reversed()) {
                lose(write, random);
            }
            List<Renaming> all = List.copyOf(renamings);
            for (Renaming renaming :
                    all.subList(random.nextInt(all.size() + 1), all.size()).reversed()) {
                renaming.undo.run();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        unforced.clear();
        renamings.clear();
    }

    /** Switch the machine on again; what the write that the crash hit left on disk is there. */
    synchronized void restart() {
        off = false;
        unforced.clear();
        renamings.clear();
        heal();
    }

    private void lose(Unforced write, Random random) throws IOException {
        try (DiskFile file = real.open(write.file)) {
            for (int at = 0; at < write.before.length; ) {
                int length = (int) Math.min(SECTOR - (write.position + at) % SECTOR, write.before.length - at);
                if (random.nextBoolean()) {
                    file.write(ByteBuffer.wrap(write.before, at, length), write.position + at);
                }
                at += length;
            }
        }
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        perform(Operation.CREATE, file, () -> {
            real.create(file).close();
            changed(file, () -> real.delete(file));
        });
        return new FaultyFile(file, real.open(file));
    }

    @Override
    public DiskFile open(Path file) throws IOException {
        return new FaultyFile(file, real.open(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        perform(Operation.MOVE, from, () -> {
            Action restore = restoring(to);
            real.move(from, to);
            unforced.replaceAll(
                    write -> write.file.equals(from) ? new Unforced(to, write.position, write.before) : write);
            changed(to, () -> {
                if (Files.exists(to)) { // a test may have deleted it
                    real.move(to, from);
                }
                restore.run();
            });
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        perform(Operation.DELETE, file, () -> {
            Action restore = restoring(file);
            real.delete(file);
            changed(file, restore);
            unforced.removeIf(write -> write.file.equals(file));
        });
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        perform(Operation.FOLDER, folder, () -> real.createFolders(folder));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        perform(Operation.FORCE, folder, () -> {
            real.forceFolder(folder);
            renamings.removeIf(renaming -> renaming.folder.equals(folder));
        });
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return real.list(folder);
    }

    private void changed(Path file, Action undo) {
        renamings.add(new Renaming(file.getParent(), undo));
    }

    /** Remember a file, if it is there, so that it can be put back. */
    private static Action restoring(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return () -> {};
        }
        byte[] content = Files.readAllBytes(file);
        return () -> Files.write(file, content);
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

        FaultyFile(Path path, DiskFile file) {
            this.path = path;
            this.file = file;
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
            ByteBuffer before = ByteBuffer.allocate(source.remaining());
            file.read(before, position);
            unforced.add(new Unforced(path, position, before.array()));
            file.write(source, position);
        }

        @Override
        public void force() throws IOException {
            perform(Operation.FORCE, path, () -> {
                file.force();
                unforced.removeIf(write -> write.file.equals(path));
            });
        }

        @Override
        public void truncate(long size) throws IOException {
            perform(Operation.TRUNCATE, path, () -> file.truncate(size));
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
