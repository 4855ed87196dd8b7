package forum.server.cli;

import forum.api.Name;
import forum.api.Text;
import forum.api.storage.Capacity;
import forum.server.Keeping;
import org.apache.commons.cli.CommandLine;

/** How much the forum takes in. */
final class CapacityOptions {

    private static final Capacity STANDARD = Keeping.CAPACITY;

    private final Setting<Integer> threads;
    private final Setting<Integer> threadsPerUser;
    private final Setting<Integer> entriesPerThread;
    private final Setting<Integer> nameLength;
    private final Setting<Size> messageSize;
    private final Setting<Size> messageSpacePerUser;
    private final Setting<Size> fileSize;
    private final Setting<Integer> filesPerUser;
    private final Setting<Size> fileSpacePerUser;

    CapacityOptions(Syntax syntax) {
        threads = syntax.count("threads", "threads in all", STANDARD.threads().inAll());
        threadsPerUser = syntax.count(
                "threads-per-user", "threads of one user", STANDARD.threads().perUser());
        entriesPerThread = syntax.count(
                "entries-per-thread",
                "messages and files in one thread",
                STANDARD.threads().entries());
        nameLength = syntax.count(
                "name-length", "characters of a new user's name and a new thread's title", Name.MAX_CODE_POINTS);
        messageSize = syntax.size("message-size", "size of a message, in bytes, or with K, M or G", Text.MAX_LENGTH);
        messageSpacePerUser = syntax.size(
                "message-space-per-user",
                "size of all messages of one user, each with 16 bytes more",
                STANDARD.messages().bytesPerUser());
        fileSize = syntax.size("file-size", "size of a file", Keeping.LARGEST_FILE);
        filesPerUser = syntax.count(
                "files-per-user",
                "files that one user has attached",
                STANDARD.files().perUser());
        fileSpacePerUser = syntax.size(
                "file-space-per-user",
                "size of all of them together",
                STANDARD.files().bytesPerUser());
    }

    Capacity capacity(CommandLine line) {
        try {
            return new Capacity(
                    nameLength.in(line),
                    new Capacity.Threads(threads.in(line), threadsPerUser.in(line), entriesPerThread.in(line)),
                    new Capacity.Messages(
                            Math.clamp(messageSize.in(line).bytes(), 0, Text.MAX_LENGTH),
                            messageSpacePerUser.in(line).bytes()),
                    new Capacity.Files(
                            fileSize.in(line).bytes(),
                            filesPerUser.in(line),
                            fileSpacePerUser.in(line).bytes()));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(e.getMessage());
        }
    }
}
