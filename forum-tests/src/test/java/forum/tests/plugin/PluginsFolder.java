package forum.tests.plugin;

import forum.server.Plugins;
import forum.testkit.ForumFixture;
import forum.testkit.RecordedLog;
import forum.testkit.storage.MemoryStorageProvider;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A folder for strangers' jars, and a forum that serves what is in it. */
record PluginsFolder(Path path) {

    static PluginsFolder in(Path folder) throws IOException {
        return new PluginsFolder(Files.createDirectory(folder.resolve("plugins")));
    }

    Path resolve(String place) {
        return path.resolve(place);
    }

    ForumFixture start() {
        return start(Plugins.NONE.limit());
    }

    /** Start with another limit for each call, and for the making of each handler. */
    ForumFixture start(Duration limit) {
        return ForumFixture.start(
                new MemoryStorageProvider(),
                config ->
                        config.withPlugins(plugins -> plugins.in(List.of(path)).limitedTo(limit)));
    }

    static List<String> lines(ForumFixture forum) throws InterruptedException {
        return logOfTheStart(forum).map(RecordedLog.Line::text).toList();
    }

    static List<String> warnings(ForumFixture forum) throws InterruptedException {
        return logOfTheStart(forum)
                .filter(line -> line.level() == Level.WARNING)
                .map(RecordedLog.Line::text)
                .toList();
    }

    /** Wait for the last line of the start: the log comes behind. */
    private static Stream<RecordedLog.Line> logOfTheStart(ForumFixture forum) throws InterruptedException {
        int last = forum.log().await(0, line -> line.startsWith("starting up"), "the start");
        return forum.log().lines().stream().limit(last);
    }
}
