package forum.server.cli;

import forum.api.Name;
import forum.api.Text;
import forum.api.storage.Capacity;
import forum.server.ServerConfig;
import picocli.CommandLine.Option;

/** How much the forum takes in. */
final class CapacityOptions {

    @Option(names = "--threads", paramLabel = "N", description = "threads in all (${DEFAULT-VALUE})")
    private int threads = ServerConfig.CAPACITY.threads();

    @Option(names = "--threads-per-user", paramLabel = "N", description = "threads of one user (${DEFAULT-VALUE})")
    private int threadsPerUser = ServerConfig.CAPACITY.threadsPerUser();

    @Option(
            names = "--entries-per-thread",
            paramLabel = "N",
            description = "messages and files in one thread (${DEFAULT-VALUE})")
    private int entriesPerThread = ServerConfig.CAPACITY.entriesPerThread();

    @Option(
            names = "--name-length",
            paramLabel = "N",
            description = "characters of a new user's name and a new thread's title (${DEFAULT-VALUE})")
    private int nameLength = Name.MAX_CODE_POINTS;

    @Option(
            names = "--message-size",
            paramLabel = "SIZE",
            converter = Size.Converter.class,
            description = "size of a message, in bytes, or with K, M or G (${DEFAULT-VALUE})")
    private Size messageSize = new Size(Text.MAX_LENGTH);

    @Option(
            names = "--file-size",
            paramLabel = "SIZE",
            converter = Size.Converter.class,
            description = "size of a file (${DEFAULT-VALUE})")
    private Size fileSize = new Size(ServerConfig.LARGEST_FILE);

    @Option(
            names = "--files-per-user",
            paramLabel = "N",
            description = "files that one user has attached (${DEFAULT-VALUE})")
    private int filesPerUser = ServerConfig.CAPACITY.filesPerUser();

    @Option(
            names = "--file-space-per-user",
            paramLabel = "SIZE",
            converter = Size.Converter.class,
            description = "size of all of them together (${DEFAULT-VALUE})")
    private Size fileSpacePerUser = new Size(ServerConfig.CAPACITY.fileBytesPerUser());

    Capacity capacity() {
        try {
            return new Capacity(
                    threads,
                    threadsPerUser,
                    entriesPerThread,
                    nameLength,
                    Math.clamp(messageSize.bytes(), 0, Text.MAX_LENGTH),
                    fileSize.bytes(),
                    filesPerUser,
                    fileSpacePerUser.bytes());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }
}
