package forum.client.terminal;

import forum.api.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Curses;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** Show more lines than fit the screen, as less does, until the user leaves. What was seen last stays on the screen. */
final class Pager {

    private static final String KEYS = "space: on, b: back, g: top, G: end, /: search, q: leave";

    private final Editor editor;
    private final Terminal terminal;
    private final Palette palette;
    private final IntFunction<List<AttributedString>> painted;
    private final Display display;
    private List<AttributedString> lines = List.of();
    private int top;
    private Optional<PagerSearch> search = Optional.empty();
    private OptionalInt found = OptionalInt.empty();
    private Optional<String> remark = Optional.empty();

    private enum Key {
        LINE_ON,
        LINE_BACK,
        PAGE_ON,
        PAGE_BACK,
        TOP,
        END,
        SEARCH_ON,
        SEARCH_BACK,
        NEXT,
        PREVIOUS,
        LEAVE
    }

    private enum Typing {
        CHARACTER,
        ERASE,
        DONE,
        CANCEL
    }

    /**
     * Show lines.
     *
     * @param painted makes them for so many columns
     */
    Pager(Editor editor, Palette palette, IntFunction<List<AttributedString>> painted) {
        this.editor = editor;
        this.terminal = editor.getTerminal();
        this.palette = palette;
        this.painted = painted;
        this.display = new Display(terminal, true);
    }

    /**
     * Show them until the user leaves.
     *
     * @param first the line to begin with
     * @return the lines that were on the screen last
     */
    List<AttributedString> run(int first) {
        Attributes before = terminal.enterRawMode();
        SignalHandler resized = terminal.handle(Signal.WINCH, _ -> layOut());
        SignalHandler interrupted = terminal.handle(Signal.INT, editor::interruptReading);
        String leave = sequence(Capability.keypad_local) + sequence(Capability.exit_ca_mode);
        editor.lastWords().owe(leave);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        try {
            top = first;
            layOut();
            while (moved()) {
                draw();
            }
            return page();
        } finally {
            terminal.writer().write(leave);
            terminal.flush();
            editor.lastWords().paid(leave);
            terminal.handle(Signal.INT, interrupted);
            terminal.handle(Signal.WINCH, resized);
            terminal.setAttributes(before);
        }
    }

    /** Move as a key says; false when the user leaves, or reading has ended. */
    private boolean moved() {
        Key key = editor.key(keys()).orElse(Key.LEAVE);
        Optional<PagerSearch> asked = switch (key) {
            case SEARCH_ON -> ask("/").map(text -> new PagerSearch(text, true));
            case SEARCH_BACK -> ask("?").map(text -> new PagerSearch(text, false));
            default -> Optional.empty();
        };
        synchronized (this) {
            remark = Optional.empty();
            search = asked.or(() -> search);
            switch (key) {
                case LINE_ON -> moveTo(top + 1);
                case LINE_BACK -> moveTo(top - 1);
                case PAGE_ON -> moveTo(top + height());
                case PAGE_BACK -> moveTo(top - height());
                case TOP -> moveTo(0);
                case END -> moveTo(lines.size());
                case SEARCH_ON, SEARCH_BACK -> asked.ifPresent(one -> find(one, true));
                case NEXT -> search.ifPresent(one -> find(one, true));
                case PREVIOUS -> search.ifPresent(one -> find(one, false));
                case LEAVE -> {
                    return false;
                }
            }
        }
        return true;
    }

    private void moveTo(int line) {
        top = line;
        found = OptionalInt.empty();
    }

    private void find(PagerSearch sought, boolean sameWay) {
        int from = found.orElse(sought.onwards() == sameWay ? top - 1 : top);
        found = sought.next(lines, from, sameWay);
        found.ifPresentOrElse(line -> top = line, () -> remark = Optional.of(sought.text() + " is not there"));
    }

    /** Let the user type what to search, in the last line; empty when there is nothing, or it was cancelled. */
    private Optional<String> ask(String sign) {
        StringBuilder typed = new StringBuilder();
        while (true) {
            synchronized (this) {
                remark = Optional.of(sign + typed);
                draw();
            }
            switch (editor.key(typing()).orElse(Typing.CANCEL)) {
                case CHARACTER -> typed.append(editor.lastKey());
                case ERASE -> typed.setLength(Math.max(0, typed.length() - 1));
                case DONE -> {
                    return Optional.of(typed.toString()).filter(text -> !text.isEmpty());
                }
                case CANCEL -> {
                    return Optional.empty();
                }
            }
        }
    }

    /** Lines that are broken anew are more or fewer; what was at the top stays about there. */
    private synchronized void layOut() {
        Size size = terminal.getSize();
        int before = lines.size();
        lines = List.of(); // there may be no room for both
        lines = painted.apply(size.getColumns());
        top = before == 0 ? top : (int) ((long) top * lines.size() / before);
        found = OptionalInt.empty();
        display.resize(size);
        display.clear();
        draw();
    }

    private synchronized void draw() {
        top = Math.clamp(top, 0, Math.max(0, lines.size() - height()));
        List<AttributedString> shown = new ArrayList<>(page());
        search.ifPresent(
                one -> shown.replaceAll(line -> line.styleMatches(one.pattern(), AttributedStyle.DEFAULT.inverse())));
        while (shown.size() < height()) {
            shown.add(AttributedString.EMPTY);
        }
        int last = Math.min(lines.size(), top + height());
        String where = (top + 1) + "-" + last + " of " + lines.size() + " lines  (" + KEYS + ")";
        shown.add(Palette.styled(palette.aside(), remark.map(Printable::line).orElse(where))
                .columnSubSequence(0, terminal.getColumns() - 1));
        display.update(shown, terminal.getSize().cursorPos(height(), 0));
        terminal.flush();
    }

    private synchronized List<AttributedString> page() {
        return lines.subList(top, Math.min(lines.size(), top + height()));
    }

    private int height() {
        return Math.max(1, terminal.getRows() - 1);
    }

    private KeyMap<Key> keys() {
        KeyMap<Key> keys = new KeyMap<>();
        bind(keys, Key.LINE_ON, Capability.key_down, "j", "\r", "\n");
        bind(keys, Key.LINE_BACK, Capability.key_up, "k");
        bind(keys, Key.PAGE_ON, Capability.key_npage, " ", "f");
        bind(keys, Key.PAGE_BACK, Capability.key_ppage, "b");
        bind(keys, Key.TOP, Capability.key_home, "g");
        bind(keys, Key.END, Capability.key_end, "G");
        keys.bind(Key.SEARCH_ON, "/");
        keys.bind(Key.SEARCH_BACK, "?");
        keys.bind(Key.NEXT, "n");
        keys.bind(Key.PREVIOUS, "N");
        keys.bind(Key.LEAVE, "q", "Q", "\u0004", "\u0003");
        return keys;
    }

    private static KeyMap<Typing> typing() {
        KeyMap<Typing> keys = new KeyMap<>();
        for (char c = ' '; c < KeyMap.KEYMAP_LENGTH - 1; c++) {
            keys.bind(Typing.CHARACTER, Character.toString(c));
        }
        keys.setUnicode(Typing.CHARACTER);
        keys.bind(Typing.ERASE, "\b", KeyMap.del());
        keys.bind(Typing.DONE, "\r", "\n");
        keys.bind(Typing.CANCEL, KeyMap.esc(), "\u0003", "\u0004");
        return keys;
    }

    private String sequence(Capability capability) {
        return Optional.ofNullable(Curses.tputs(terminal.getStringCapability(capability)))
                .orElse("");
    }

    private void bind(KeyMap<Key> keys, Key key, Capability capability, String... typed) {
        keys.bind(key, typed);
        Optional.ofNullable(KeyMap.key(terminal, capability)).ifPresent(sequence -> keys.bind(key, sequence));
    }
}
