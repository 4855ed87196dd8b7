package forum.api.command;

import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Range;
import forum.api.Secret;
import forum.api.Text;
import forum.api.Upload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Describe one argument of a command, and give it its type: {@code request.value(THREAD)} is a {@link Name}.
 *
 * <p>Keep parameters as constants of the handler. Immutable.
 *
 * @param <T> what the handler gets for it
 */
public final class Parameter<T> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

    /** Say what an argument means; clients complete, ask for, mask, send and show it accordingly. */
    public enum Kind {
        /** The title of a thread to be made. */
        NEW_THREAD,
        /** The title of a thread; whether it is there, the forum's operations tell. */
        THREAD,
        /** A message of the thread given before it: a number or {@code #id}. */
        MESSAGE,
        /** A place in the thread given before it: an index from 0, negative from the end, or {@code #id}. */
        POSITION,
        /** A file on the client's machine: two arguments, its name and its bytes. */
        LOCAL_FILE,
        /** A file of the thread given before it. */
        ATTACHED_FILE,
        /** A user's name. */
        USER,
        /** A text, to the end of the line. */
        TEXT,
        /** A text in place of that of the message given before it, to the end of the line; editing starts from it. */
        NEW_TEXT,
        /** A whole number. */
        NUMBER,
        /** A password; clients neither show nor remember it. */
        SECRET,
        /** The user's own password from now on; clients treat it as one, and log in with it when they do so again. */
        NEW_SECRET,
        /** Any one word. */
        WORD;

        /** Tell whether nothing can follow it. */
        public boolean endsLine() {
            return this == LOCAL_FILE || this == TEXT || this == NEW_TEXT;
        }

        /** Tell whether it is a password. */
        public boolean isSecret() {
            return this == SECRET || this == NEW_SECRET;
        }
    }

    private final String name;
    private final Kind kind;
    private final boolean optional;
    private final Class<T> type;
    private final Function<byte[], Optional<T>> parser;

    private Parameter(String name, Kind kind, boolean optional, Class<T> type, Function<byte[], Optional<T>> parser) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A parameter's name is of a-z 0-9 -, not '" + name + "'");
        }
        this.name = name;
        this.kind = kind;
        this.optional = optional;
        this.type = type;
        this.parser = parser;
    }

    /** Take the title of a thread to be made. */
    public static Parameter<Name> newThread(String name) {
        return ofName(name, Kind.NEW_THREAD);
    }

    /** Take the title of a thread. */
    public static Parameter<Name> thread(String name) {
        return ofName(name, Kind.THREAD);
    }

    /** Take a message of that thread. */
    public static Parameter<MessageRef> message(String name) {
        return ofString(name, Kind.MESSAGE, MessageRef.class, s -> Optional.of(MessageRef.parse(s)));
    }

    /** Take a place in that thread. */
    public static Parameter<Range.Bound> position(String name) {
        return ofString(name, Kind.POSITION, Range.Bound.class, Range.Bound::parse);
    }

    /** Take a file from the client's machine. */
    public static Parameter<Upload> localFile(String name) {
        return new Parameter<>(name, Kind.LOCAL_FILE, false, Upload.class, bytes -> Optional.empty());
    }

    /** Take the name of a file of that thread. */
    public static Parameter<Name> attachedFile(String name) {
        return ofName(name, Kind.ATTACHED_FILE);
    }

    /** Take a user's name, known or not. */
    public static Parameter<Name> user(String name) {
        return ofName(name, Kind.USER);
    }

    /** Take the rest of the line as a text. */
    public static Parameter<Text> text(String name) {
        return new Parameter<>(name, Kind.TEXT, false, Text.class, bytes -> Optional.of(Text.of(bytes)));
    }

    /** Take the rest of the line as the new text of that message. */
    public static Parameter<Text> newText(String name) {
        return new Parameter<>(name, Kind.NEW_TEXT, false, Text.class, bytes -> Optional.of(Text.of(bytes)));
    }

    /** Take a whole number of 64 bits. */
    public static Parameter<Long> number(String name) {
        return ofString(name, Kind.NUMBER, Long.class, Parameter::parseNumber);
    }

    /** Take a password. */
    public static Parameter<Secret> secret(String name) {
        return new Parameter<>(name, Kind.SECRET, false, Secret.class, bytes -> Optional.of(new Secret(bytes)));
    }

    /** Take a password that becomes the user's own, when the command is done. */
    public static Parameter<Secret> newSecret(String name) {
        return new Parameter<>(name, Kind.NEW_SECRET, false, Secret.class, bytes -> Optional.of(new Secret(bytes)));
    }

    /** Take a word. */
    public static Parameter<String> word(String name) {
        return ofString(name, Kind.WORD, String.class, Optional::of);
    }

    /**
     * Make it one that may be left out.
     *
     * @throws IllegalArgumentException if it is a local file
     */
    public Parameter<T> optional() {
        if (kind == Kind.LOCAL_FILE) {
            throw new IllegalArgumentException("A local file cannot be optional");
        }
        return new Parameter<>(name, kind, true, type, parser);
    }

    /** Tell its name, which usage lines and reply texts show. */
    public String name() {
        return name;
    }

    /** Tell what it means. */
    public Kind kind() {
        return kind;
    }

    /** Tell whether it may be left out. */
    public boolean isOptional() {
        return optional;
    }

    /** Tell the type of its values. */
    public Class<T> type() {
        return type;
    }

    /**
     * Read an argument as it came over the wire. Called by the server, never by a handler.
     *
     * @param argument UTF-8, at most 64 KiB; a {@link Secret} keeps the array itself
     * @return empty if it cannot mean this, which is a {@code SYNTAX} error: a number of other than 1 to 19 digits with
     *     or without {@code -}, or beyond 64 bits; a position that is none. Names, messages, texts, words and secrets are
     *     never refused here, because the thread is judged before them. Always empty for a local file, which the server
     *     gives as an {@link Upload}
     */
    public Optional<T> parse(byte[] argument) {
        return parser.apply(argument);
    }

    @Override
    public String toString() {
        return optional ? "[" + name + "]" : name;
    }

    private static Parameter<Name> ofName(String name, Kind kind) {
        return ofString(name, kind, Name.class, s -> Optional.of(new Name(s)));
    }

    private static <T> Parameter<T> ofString(
            String name, Kind kind, Class<T> type, Function<String, Optional<T>> parser) {
        return new Parameter<>(
                name, kind, false, type, bytes -> parser.apply(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Optional<Long> parseNumber(String text) {
        try {
            return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
