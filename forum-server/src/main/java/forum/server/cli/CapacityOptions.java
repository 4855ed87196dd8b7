package forum.server.cli;

import forum.api.Name;
import forum.api.Text;
import forum.api.storage.Capacity;
import forum.server.ServerConfig;

/** How much the forum takes in. */
final class CapacityOptions {

    private static final Capacity STANDARD = ServerConfig.CAPACITY;

    private final Argument<Integer> threads;
    private final Argument<Integer> threadsPerUser;
    private final Argument<Integer> entriesPerThread;
    private final Argument<Integer> nameLength;
    private final Argument<Size> messageSize;
    private final Argument<Size> fileSize;
    private final Argument<Integer> filesPerUser;
    private final Argument<Size> fileSpacePerUser;

    CapacityOptions(Syntax syntax) {
        threads = syntax.count("--threads", "threads in all", STANDARD.threads());
        threadsPerUser = syntax.count("--threads-per-user", "threads of one user", STANDARD.threadsPerUser());
        entriesPerThread =
                syntax.count("--entries-per-thread", "messages and files in one thread", STANDARD.entriesPerThread());
        nameLength = syntax.count(
                "--name-length", "characters of a new user's name and a new thread's title", Name.MAX_CODE_POINTS);
        messageSize = syntax.size("--message-size", "size of a message, in bytes, or with K, M or G", Text.MAX_LENGTH);
        fileSize = syntax.size("--file-size", "size of a file", ServerConfig.LARGEST_FILE);
        filesPerUser = syntax.count("--files-per-user", "files that one user has attached", STANDARD.filesPerUser());
        fileSpacePerUser =
                syntax.size("--file-space-per-user", "size of all of them together", STANDARD.fileBytesPerUser());
    }

    Capacity capacity() {
        try {
            return new Capacity(
                    threads.value(),
                    threadsPerUser.value(),
                    entriesPerThread.value(),
                    nameLength.value(),
                    Math.clamp(messageSize.value().bytes(), 0, Text.MAX_LENGTH),
                    fileSize.value().bytes(),
                    filesPerUser.value(),
                    fileSpacePerUser.value().bytes());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }
}
