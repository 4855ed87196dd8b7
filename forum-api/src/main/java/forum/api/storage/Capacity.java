package forum.api.storage;

import forum.api.Answer;
import forum.api.Name;
import forum.api.Refusal;
import forum.api.Text;
import java.util.Optional;

/**
 * Bound what a forum takes in; 0 stands for no limit but the protocol's own (docs/protocol.md, Limits).
 *
 * <p>A storage asks this, last of all checks, with what is there at the moment of the change, so that a limit holds
 * however many act at once. What is there already, from an import say, stays when it is more. Immutable.
 *
 * @param threads how many threads there may be
 * @param threadsPerUser how many of them one user may own
 * @param entriesPerThread how many messages and files a thread may have
 * @param nameLength how many code points a user's name and a thread's title may have
 * @param textBytes how many bytes a message may have
 * @param fileBytes how many bytes a file may have
 * @param filesPerUser how many files one user may have attached
 * @param fileBytesPerUser how many bytes they may have together
 */
public record Capacity(
        int threads,
        int threadsPerUser,
        int entriesPerThread,
        int nameLength,
        int textBytes,
        long fileBytes,
        int filesPerUser,
        long fileBytesPerUser) {

    /** As much as the protocol lets through, and memory and disk hold. */
    public static final Capacity UNLIMITED = new Capacity(0, 0, 0, 0, 0, 0, 0, 0);

    /** Refuse what is no limit. */
    public Capacity {
        if (threads < 0
                || threadsPerUser < 0
                || entriesPerThread < 0
                || nameLength < 0
                || textBytes < 0
                || fileBytes < 0
                || filesPerUser < 0
                || fileBytesPerUser < 0) {
            throw new IllegalArgumentException("A limit cannot be negative");
        }
    }

    /**
     * Count what one user has, and what is arriving from that user.
     *
     * @param threads threads that the user owns
     * @param files files that the user has attached, in whosever threads
     * @param bytes their bytes
     */
    public record Holding(int threads, int files, long bytes) {

        /** What a user has who has nothing. */
        public static final Holding NOTHING = new Holding(0, 0, 0);

        /** Count a thread more, or less. */
        public Holding threads(int more) {
            return new Holding(threads + more, files, bytes);
        }

        /** Count files more, or less. */
        public Holding files(int more, long moreBytes) {
            return new Holding(threads, files + more, bytes + moreBytes);
        }
    }

    /** Judge the name of a new user; {@code BADNAME}. */
    public Optional<Refusal> user(Name user) {
        return user.flawOfNew(Name.Kind.USER).or(() -> tooLong(user, "A user name"));
    }

    /** Judge the title of a new thread; {@code BADNAME}. */
    public Optional<Refusal> title(Name title) {
        return title.flawOfNew(Name.Kind.THREAD).or(() -> tooLong(title, "A thread title"));
    }

    /** Judge a text as {@link Text#checked} does; {@code BADTEXT}, {@code TOOBIG}. */
    public Answer<Text> checked(Text text) {
        return textBytes > 0 && text.length() > textBytes && text.length() <= Text.MAX_LENGTH
                ? new Answer.Refused<>(Refusal.tooBig("A text has at most " + textBytes + " bytes"))
                : text.checked();
    }

    /** Judge one more thread; {@code FULL}. */
    public Optional<Refusal> moreThreads(int inAll, Holding owner) {
        return full(threads, inAll, "The forum has at most " + threads + " threads")
                .or(() -> full(threadsPerUser, owner.threads(), "A user has at most " + threadsPerUser + " threads"));
    }

    /** Judge one more message or file in a thread; {@code FULL}. */
    public Optional<Refusal> moreEntries(int inThread) {
        return full(entriesPerThread, inThread, "A thread has at most " + entriesPerThread + " messages and files");
    }

    /** Judge one more file; {@code TOOBIG}, {@code FULL}. */
    public Optional<Refusal> moreFiles(long size, Holding author) {
        if (fileBytes > 0 && size > fileBytes) {
            return Optional.of(Refusal.tooBig("A file has at most " + fileBytes + " bytes"));
        }
        if (fileBytesPerUser > 0 && size > fileBytesPerUser - author.bytes()) {
            return Optional.of(full("A user's files have at most " + fileBytesPerUser + " bytes"));
        }
        return full(filesPerUser, author.files(), "A user has at most " + filesPerUser + " files");
    }

    /** Limit threads in another way. */
    public Capacity withThreads(int inAll, int perUser) {
        return new Capacity(
                inAll, perUser, entriesPerThread, nameLength, textBytes, fileBytes, filesPerUser, fileBytesPerUser);
    }

    /** Limit the messages and files of a thread in another way. */
    public Capacity withEntriesPerThread(int most) {
        return new Capacity(
                threads, threadsPerUser, most, nameLength, textBytes, fileBytes, filesPerUser, fileBytesPerUser);
    }

    /** Limit names and texts in another way. */
    public Capacity withLengths(int ofNames, int ofTexts) {
        return new Capacity(
                threads, threadsPerUser, entriesPerThread, ofNames, ofTexts, fileBytes, filesPerUser, fileBytesPerUser);
    }

    /** Limit files in another way. */
    public Capacity withFiles(long bytes, int perUser, long bytesPerUser) {
        return new Capacity(
                threads, threadsPerUser, entriesPerThread, nameLength, textBytes, bytes, perUser, bytesPerUser);
    }

    private Optional<Refusal> tooLong(Name name, String noun) {
        return nameLength > 0 && name.value().codePointCount(0, name.value().length()) > nameLength
                ? Optional.of(Refusal.badName(noun + " has at most " + nameLength + " characters"))
                : Optional.empty();
    }

    private static Optional<Refusal> full(int most, int held, String limit) {
        return most > 0 && held >= most ? Optional.of(full(limit)) : Optional.empty();
    }

    private static Refusal full(String limit) {
        return new Refusal("FULL", limit + "; nothing was stored");
    }
}
