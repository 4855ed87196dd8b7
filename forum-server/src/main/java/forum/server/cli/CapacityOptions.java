package forum.server.cli;

import forum.api.Name;
import forum.api.Text;
import forum.api.storage.Capacity;
import forum.server.ServerConfig;
import org.apache.commons.cli.CommandLine;

/** How much the forum takes in. */
final class CapacityOptions {

    private static final Capacity STANDARD = ServerConfig.CAPACITY;

    private final Setting<Integer> threads;
    private final Setting<Integer> threadsPerUser;
    private final Setting<Integer> entriesPerThread;
    private final Setting<Integer> nameLength;
    private final Setting<Size> messageSize;
    private final Setting<Size> fileSize;
    private final Setting<Integer> filesPerUser;
    private final Setting<Size> fileSpacePerUser;

    CapacityOptions(Syntax syntax) {
        threads = syntax.count("threads", "threads in all", STANDARD.threads());
        threadsPerUser = syntax.count("threads-per-user", "threads of one user", STANDARD.threadsPerUser());
        entriesPerThread =
                syntax.count("entries-per-thread", "messages and files in one thread", STANDARD.entriesPerThread());
        nameLength = syntax.count(
                "name-length", "characters of a new user's name and a new thread's title", Name.MAX_CODE_POINTS);
        messageSize = syntax.size("message-size", "size of a message, in bytes, or with K, M or G", Text.MAX_LENGTH);
        fileSize = syntax.size("file-size", "size of a file", ServerConfig.LARGEST_FILE);
        filesPerUser = syntax.count("files-per-user", "files that one user has attached", STANDARD.filesPerUser());
        fileSpacePerUser =
                syntax.size("file-space-per-user", "size of all of them together", STANDARD.fileBytesPerUser());
    }

    Capacity capacity(CommandLine line) {
        try {
            return new Capacity(
                    threads.in(line),
                    threadsPerUser.in(line),
                    entriesPerThread.in(line),
                    nameLength.in(line),
                    Math.clamp(messageSize.in(line).bytes(), 0, Text.MAX_LENGTH),
                    fileSize.in(line).bytes(),
                    filesPerUser.in(line),
                    fileSpacePerUser.in(line).bytes());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }
}
