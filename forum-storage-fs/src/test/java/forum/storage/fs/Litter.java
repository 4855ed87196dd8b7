package forum.storage.fs;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.number;
import static forum.testkit.storage.Answers.text;

import forum.api.storage.Session;
import forum.api.storage.StorageException;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Leave much in a forum that a compaction takes away. */
final class Litter {

    /** Is in all that a compaction takes away, and in nothing else. */
    static final String SECRET = "the-plans-of-the-death-star";

    private Litter() {}

    /** Make a forum that spans segments, with waste of every kind. */
    static Session leave(TestForum forum) throws Exception {
        Session yoda = forum.as("yoda");
        for (String title : List.of("jedi", "sith", "gone")) {
            done(yoda.create(name(title)));
        }
        done(yoda.attach(name("jedi"), TestUpload.of("kept", "x")));
        done(yoda.attach(name("gone"), TestUpload.of("gone", SECRET)));
        for (int i = 0; i < 20; i++) {
            done(yoda.post(name("jedi"), text("kept " + i)));
            done(yoda.post(name("jedi"), text(SECRET)));
            done(yoda.post(name("jedi"), text("old " + SECRET)));
            done(yoda.post(name("gone"), text(SECRET + "x".repeat(50_000))));
            done(yoda.edit(name("jedi"), number(2 * i + 3), text("again " + SECRET)));
            yoda.store("polls").write("k" + i % 3, SECRET.getBytes(StandardCharsets.UTF_8));
            if (i % 8 == 5) {
                yoda.sync();
                compact(forum);
            }
            done(yoda.edit(name("jedi"), number(2 * i + 3), text("edited " + i)));
            done(yoda.delete(name("jedi"), number(2 * i + 2)));
        }
        yoda.store("polls").write("k0", new byte[1]);
        yoda.store("polls").write("k1", new byte[2]);
        yoda.store("polls").remove("k2");
        done(yoda.delete(name("jedi"), number(1)));
        done(yoda.post(name("sith"), text("quiet")));
        done(yoda.remove(name("gone")));
        yoda.sync();
        return yoda;
    }

    /** Compact all that can be, now. */
    static void compact(TestForum forum) throws IOException {
        ((FsStorage) forum.storage()).compact();
    }

    /** Do what may fail. */
    @FunctionalInterface
    interface Action {

        /** Do it. */
        void run() throws IOException;
    }

    /** Tell whether the disk did not let it. */
    static boolean fails(Action action) {
        try {
            action.run();
            return false;
        } catch (IOException | StorageException e) {
            return true;
        }
    }

    /** Read all the files of a folder. */
    static String read(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
