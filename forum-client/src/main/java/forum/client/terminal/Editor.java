package forum.client.terminal;

import forum.client.file.FileException;
import forum.client.person.Desk;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * Edit lines: commands with all that helps, answers to questions with none of it.
 *
 * <p>One thread reads; another may {@link #stop} it at any time.
 */
final class Editor extends LineReaderImpl {

    private static final char CONTROL_C = '\u0003';
    private static final String SUSPEND = "suspend-client";

    private Optional<LineHighlighter> commandHighlighter = Optional.empty();
    private Optional<Thread> reader = Optional.empty();
    private boolean stopped;
    private String unfinished = "";
    private final Object gate = new Object();
    private final LastWords lastWords;
    private Runnable beforeFirstKey = () -> {};

    Editor(Terminal terminal, LastWords lastWords) {
        super(terminal, "forum", null);
        this.lastWords = lastWords;
        getWidgets().put(CALLBACK_INIT, this::begin);
        Suspension suspension = new Suspension(terminal);
        getWidgets().put(SUSPEND, () -> {
            display.update(List.of(), 0); // what is below the cursor would stand among what the shell says
            return suspension.take();
        });
        getKeyMaps().get(LineReader.MAIN).bind(new Reference(SUSPEND), KeyMap.ctrl('Z'));
        lastWords.owe(BRACKETED_PASTE_OFF);
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        setOpt(Option.CASE_INSENSITIVE);
        unsetOpt(Option.COMPLETE_MATCHER_TYPO);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "");
        setVariable(LineReader.BELL_STYLE, "none");
    }

    /** Do something whenever a line is begun. */
    void beforeFirstKey(Runnable action) {
        this.beforeFirstKey = action;
    }

    /** Give what puts the terminal right when the process is ended from outside. */
    LastWords lastWords() {
        return lastWords;
    }

    /** Leave the terminal as it was found. */
    void close() throws IOException {
        lastWords.paid(BRACKETED_PASTE_OFF);
        terminal.close();
    }

    /** JLine looks for a longer term only left of where it found the shorter one, and so passes over lines that have it. */
    @Override
    public Binding readBinding(KeyMap<Binding> keys, @Nullable KeyMap<Binding> local) {
        Binding binding = super.readBinding(keys, local);
        boolean searching = searchTerm != null && searchBackward && searchIndex >= 0;
        if (searching && binding instanceof Reference key && key.name().equals(LineReader.SELF_INSERT)) {
            buf.cursor(buf.length());
        }
        return binding;
    }

    /** Let menus do without colours. */
    void withoutColours() {
        for (String part : List.of("LIST_", "")) {
            setVariable("COMPLETION_STYLE_" + part + "STARTING", "bold");
            setVariable("COMPLETION_STYLE_" + part + "DESCRIPTION", "faint");
            setVariable("COMPLETION_STYLE_" + part + "GROUP", "bold");
            setVariable("COMPLETION_STYLE_" + part + "SELECTION", "inverse");
            setVariable("COMPLETION_STYLE_" + part + "BACKGROUND", "default");
        }
    }

    /**
     * Let the terminal do nothing of its own with what is typed while nothing is read: it may be a secret or a key, and
     * its turn comes.
     */
    void beQuiet() {
        ownEditing(false);
    }

    /** Let another program have the terminal. */
    <T> T lend(Desk.Borrower<T> borrower) throws FileException {
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, Terminals.NOT_OURS);
        ownEditing(true);
        try {
            return borrower.use();
        } finally {
            ownEditing(false);
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    private void ownEditing(boolean on) {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ECHO, on);
        attributes.setLocalFlag(Attributes.LocalFlag.ICANON, on);
        terminal.setAttributes(attributes);
    }

    /** Draw commands with this. */
    void highlightCommandsBy(LineHighlighter highlight) {
        this.commandHighlighter = Optional.of(highlight);
    }

    /** Remember commands there, for this and later sessions. */
    void remember(Path file, History history) {
        setVariable(LineReader.HISTORY_FILE, file);
        setHistory(history);
    }

    /**
     * Read a command; empty at the end of the input, or when stopped.
     *
     * @param typed what is there already
     */
    Optional<String> command(AttributedString prompt, String typed) throws Cleared {
        return line(prompt, true, null, typed);
    }

    /** Read an answer to a question; empty at the end of the input, or when stopped. */
    Optional<String> answer(String prompt) throws Cleared {
        return line(new AttributedString(prompt), false, null, "");
    }

    /** Read what is not to be seen; empty at the end of the input, or when stopped. */
    Optional<String> secret(String prompt) throws Cleared {
        return line(new AttributedString(prompt), false, '*', "");
    }

    /** Read a key, with the terminal in raw mode; empty at the end of the input, after Ctrl-C, or when stopped. */
    <T> Optional<T> key(KeyMap<T> keys) {
        return reading(() -> Optional.ofNullable(bindingReader.readBinding(keys)));
    }

    /** Give the key that was read last. */
    String lastKey() {
        return bindingReader.getLastBinding();
    }

    /** Wake the thread that reads: the user wants to leave what it reads for. */
    void interruptReading(Terminal.Signal signal) {
        synchronized (gate) {
            reader.ifPresent(Thread::interrupt);
        }
    }

    /** Wake the thread that reads, and let none read until {@link #resume}. */
    void stop() {
        synchronized (gate) {
            stopped = true;
            reader.ifPresent(Thread::interrupt);
        }
    }

    /** The same, but take a command that is half typed off the screen: it will be there again when reading goes on. */
    void suspend() {
        setOpt(Option.ERASE_LINE_ON_FINISH);
        stop();
    }

    /** Let reading go on. */
    void resume() {
        unsetOpt(Option.ERASE_LINE_ON_FINISH);
        synchronized (gate) {
            stopped = false;
        }
    }

    /** Begin the next command with that. */
    void keep(String line) {
        unfinished = line;
    }

    private Optional<String> line(AttributedString prompt, boolean isCommand, @Nullable Character mask, String typed)
            throws Cleared {
        AtomicBoolean begins = new AtomicBoolean();
        AtomicBoolean cleared = new AtomicBoolean();
        Optional<String> line = reading(() -> {
            begins.set(true);
            prepare(isCommand);
            String begun = isCommand && typed.isEmpty() ? takeUnfinished() : typed;
            try {
                return Optional.of(readLine(prompt.toAnsi(terminal), null, mask, begun));
            } catch (UserInterruptException e) {
                cleared.set(true);
                return Optional.empty();
            }
        });
        synchronized (gate) {
            if (line.isEmpty() && stopped && isCommand && begins.get()) { // else it is the line before, which was sent
                keep(buf.toString());
            }
            if (cleared.get() && !stopped) {
                throw new Cleared();
            }
        }
        return line;
    }

    /** Read on this thread, so that another can end it; empty at the end of the input, or when stopped. */
    private <T> Optional<T> reading(Supplier<Optional<T>> source) {
        synchronized (gate) {
            if (stopped) {
                return Optional.empty();
            }
            reader = Optional.of(Thread.currentThread());
        }
        try {
            return source.get();
        } catch (EndOfFileException | IOError endOfInput) {
            return Optional.empty();
        } finally {
            synchronized (gate) {
                reader = Optional.empty();
                Thread.interrupted(); // it was meant for the reading that has ended
            }
        }
    }

    /** JLine takes any key for an answer to a question of its own; Ctrl-C clears the line there, too. */
    @Override
    public int readCharacter() {
        int character = super.readCharacter();
        if (character == CONTROL_C) {
            runMacro(Character.toString(CONTROL_C));
        }
        return character;
    }

    private boolean begin() {
        display = new MarginDisplay(terminal);
        display.resize(size);
        beforeFirstKey.run();
        return true;
    }

    private String takeUnfinished() {
        String line = unfinished;
        keep("");
        return line;
    }

    private void prepare(boolean isCommand) {
        setVariable(LineReader.DISABLE_HISTORY, !isCommand);
        setVariable(LineReader.DISABLE_COMPLETION, !isCommand);
        commandHighlighter.ifPresent(h -> h.showHints(true));
        Highlighter plain = (_, line) -> new AttributedString(line);
        setHighlighter(isCommand && commandHighlighter.isPresent() ? commandHighlighter.get() : plain);
    }

    @Override
    protected void cleanup() {
        commandHighlighter.ifPresent(h -> h.showHints(false));
        super.cleanup();
    }
}
