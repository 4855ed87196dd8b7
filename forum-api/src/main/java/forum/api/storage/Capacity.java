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
 * @param nameLength how many code points a user's name and a thread's title may have
 * @param threads how many threads there may be, and how much is in one
 * @param messages how large messages may be
 * @param files how many and how large files may be
 */
public record Capacity(int nameLength, Threads threads, Messages messages, Files files) {

    /** As much as the protocol lets through, and memory and disk hold. */
    public static final Capacity UNLIMITED =
            new Capacity(0, new Threads(0, 0, 0), new Messages(0, 0), new Files(0, 0, 0));

    /** Refuse what is no limit. */
    public Capacity {
        requireLimits(nameLength);
    }

    /**
     * Bound threads.
     *
     * @param inAll how many there may be
     * @param perUser how many of them one user may own
     * @param entries how many messages and files a thread may have
     */
    public record Threads(int inAll, int perUser, int entries) {

        /** Refuse what is no limit. */
        public Threads {
            requireLimits(inAll, perUser, entries);
        }
    }

    /**
     * Bound messages.
     *
     * @param bytes how many bytes one may have
     * @param bytesPerUser how many bytes all of one user may have together, each with {@link #OVERHEAD} more
     */
    public record Messages(int bytes, long bytesPerUser) {

        /** What a message counts beside its text, so that short ones are not for nothing. */
        public static final int OVERHEAD = 16;

        /** Refuse what is no limit. */
        public Messages {
            requireLimits(bytes, bytesPerUser);
        }
    }

    /**
     * Bound files.
     *
     * @param bytes how many bytes one may have
     * @param perUser how many one user may have attached
     * @param bytesPerUser how many bytes they may have together
     */
    public record Files(long bytes, int perUser, long bytesPerUser) {

        /** Refuse what is no limit. */
        public Files {
            requireLimits(bytes, perUser, bytesPerUser);
        }
    }

    /**
     * Count what one user has, and what is arriving from that user.
     *
     * @param threads threads that the user owns
     * @param messageBytes bytes of the user's messages, in whosever threads, each with {@link Messages#OVERHEAD} more
     * @param files files that the user has attached, in whosever threads
     * @param fileBytes their bytes
     */
    public record Holding(int threads, long messageBytes, int files, long fileBytes) {

        /** What a user has who has nothing. */
        public static final Holding NOTHING = new Holding(0, 0, 0, 0);

        /** Count a thread more, or less. */
        public Holding threads(int more) {
            return new Holding(threads + more, messageBytes, files, fileBytes);
        }

        /** Count bytes of messages more, or less. */
        public Holding messages(long moreBytes) {
            return new Holding(threads, messageBytes + moreBytes, files, fileBytes);
        }

        /** Count files more, or less. */
        public Holding files(int more, long moreBytes) {
            return new Holding(threads, messageBytes, files + more, fileBytes + moreBytes);
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
        int most = messages.bytes();
        return most > 0 && text.length() > most && text.length() <= Text.MAX_LENGTH
                ? new Answer.Refused<>(Refusal.tooBig("A text has at most " + most + " bytes"))
                : text.checked();
    }

    /** Judge one more thread; {@code FULL}. */
    public Optional<Refusal> moreThreads(int inAll, Holding owner) {
        return full(threads.inAll(), inAll, "The forum has at most " + threads.inAll() + " threads")
                .or(() -> full(
                        threads.perUser(), owner.threads(), "A user has at most " + threads.perUser() + " threads"));
    }

    /** Judge one more message or file in a thread; {@code FULL}. */
    public Optional<Refusal> moreEntries(int inThread) {
        return full(threads.entries(), inThread, "A thread has at most " + threads.entries() + " messages and files");
    }

    /** Judge one more message; {@code FULL}. */
    public Optional<Refusal> moreMessages(Text text, Holding author) {
        return moreMessageBytes(Messages.OVERHEAD + text.length(), author);
    }

    /** Judge another text for a message; one that is no longer is never too much; {@code FULL}. */
    public Optional<Refusal> otherText(int lengthBefore, Text text, Holding author) {
        return moreMessageBytes(text.length() - lengthBefore, author);
    }

    /** Judge one more file; {@code TOOBIG}, {@code FULL}. */
    public Optional<Refusal> moreFiles(long size, Holding author) {
        if (files.bytes() > 0 && size > files.bytes()) {
            return Optional.of(Refusal.tooBig("A file has at most " + files.bytes() + " bytes"));
        }
        if (files.bytesPerUser() > 0 && size > files.bytesPerUser() - author.fileBytes()) {
            return Optional.of(full("A user's files have at most " + files.bytesPerUser() + " bytes"));
        }
        return full(files.perUser(), author.files(), "A user has at most " + files.perUser() + " files");
    }

    /** Limit names in another way. */
    public Capacity withNameLength(int most) {
        return new Capacity(most, threads, messages, files);
    }

    /** Limit threads in another way. */
    public Capacity with(Threads other) {
        return new Capacity(nameLength, other, messages, files);
    }

    /** Limit messages in another way. */
    public Capacity with(Messages other) {
        return new Capacity(nameLength, threads, other, files);
    }

    /** Limit files in another way. */
    public Capacity with(Files other) {
        return new Capacity(nameLength, threads, messages, other);
    }

    private Optional<Refusal> moreMessageBytes(int more, Holding author) {
        long most = messages.bytesPerUser();
        return most > 0 && more > 0 && more > most - author.messageBytes()
                ? Optional.of(full("A user's messages have at most " + most + " bytes"))
                : Optional.empty();
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

    private static void requireLimits(long... limits) {
        for (long limit : limits) {
            if (limit < 0) {
                throw new IllegalArgumentException("A limit cannot be negative");
            }
        }
    }
}
