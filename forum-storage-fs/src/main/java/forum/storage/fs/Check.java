package forum.storage.fs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Look at everything in a closed data folder, changing nothing. */
final class Check {

    private final Disk disk;
    private final Path folder;
    private final Consumer<String> report;
    private final AttachmentFiles files;
    private boolean sound = true;

    Check(Disk disk, Path folder, Consumer<String> report) {
        this.disk = disk;
        this.folder = folder;
        this.report = report;
        this.files = new AttachmentFiles(disk, folder);
    }

    /** Report on all there is; tells whether it is sound. */
    boolean run() throws IOException {
        try (FolderLock _ = FolderLock.take(disk, folder)) {
            Salvage salvage = new Salvage(disk, folder);
            salvage.read();
            salvage.segments().forEach(this::report);
            salvage.damages().forEach(this::complain);
            reportWaste(salvage);
            Map<Long, Change.StoredFile> attached = new HashMap<>(salvage.attached());
            for (Map.Entry<Long, Change.StoredFile> file : attached.entrySet()) {
                checkFile(file.getValue());
            }
            reportOthers(attached.keySet());
            checkCredentials();
        }
        return sound;
    }

    /** Count what a compaction would free; in the sound part of a damaged journal, as far as that can be told. */
    private void reportWaste(Salvage salvage) throws IOException {
        ForumState state = new ForumState(new OffHeap(Long.MAX_VALUE / 2), Housekeeping.NONE);
        salvage.forEach(state::replay);
        report.accept("about " + state.waste.dead() + " of " + state.waste.all()
                + " bytes of records are of what was removed, deleted or replaced");
    }

    private void checkFile(Change.StoredFile file) throws IOException {
        files.flaw(file).ifPresent(flaw -> complain("the file " + file.name() + " " + flaw));
    }

    private void reportOthers(Set<Long> attached) throws IOException {
        long others = 0;
        for (Path file : files.all()) {
            others += files.isAttached(file, new HashSet<>(attached)) ? 0 : 1;
        }
        report.accept(attached.size() + " attached files, " + others + " others that the next start deletes");
    }

    private void checkCredentials() throws IOException {
        CredentialsFile credentials = new CredentialsFile(disk, folder);
        credentials.load();
        report.accept(credentials.names().size() + " users in " + CredentialsFile.NAME);
        if (credentials.unreadableLines() > 0) {
            complain(credentials.unreadableLines() + " lines of " + CredentialsFile.NAME + " cannot be read");
        }
    }

    private void report(SalvagedSegment segment) {
        String torn = segment.torn() == 0
                ? ""
                : ", and " + segment.torn() + " bytes of an unfinished write, which the next start cuts";
        report.accept(segment.path().getFileName() + ": " + segment.records() + " records" + torn);
    }

    private void complain(String flaw) {
        sound = false;
        report.accept(flaw);
    }
}
