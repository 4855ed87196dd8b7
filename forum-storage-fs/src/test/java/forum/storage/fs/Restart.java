package forum.storage.fs;

import forum.testkit.storage.TestForum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Close a forum and open it again. */
final class Restart {

    private Restart() {}

    /** Open it from its journal alone, as after a crash. */
    static void fromTheJournal(TestForum forum) throws IOException {
        forum.stop();
        Files.deleteIfExists(snapshot(forum));
        forum.reopen();
    }

    /** Tell where the snapshot of a closed forum is. */
    static Path snapshot(TestForum forum) {
        return forum.config().folder().resolve("snapshot");
    }
}
