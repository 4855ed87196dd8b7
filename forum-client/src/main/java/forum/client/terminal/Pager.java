package forum.client.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** Show more lines than fit the screen, as less does, until the user leaves. What was seen last stays on the screen. */
final class Pager {

    private static final String KEYS = "space: on, b: back, g: top, G: end, q: leave";

    private final Editor editor;
    private final Terminal terminal;
    private final Palette palette;
    private final IntFunction<List<AttributedString>> painted;
    private final Display display;
    private List<AttributedString> lines = List.of();
    private int top;

    private enum Key {
        LINE_ON,
        LINE_BACK,
        PAGE_ON,
        PAGE_BACK,
        TOP,
        END,
        LEAVE
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
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.handle(Signal.INT, interrupted);
            terminal.handle(Signal.WINCH, resized);
            terminal.setAttributes(before);
        }
    }

    /** Move as a key says; false when the user leaves, or reading has ended. */
    private boolean moved() {
        Optional<Key> key = editor.key(keys());
        synchronized (this) {
            switch (key.orElse(Key.LEAVE)) {
                case LINE_ON -> top++;
                case LINE_BACK -> top--;
                case PAGE_ON -> top += height();
                case PAGE_BACK -> top -= height();
                case TOP -> top = 0;
                case END -> top = lines.size();
                case LEAVE -> {
                    return false;
                }
            }
        }
        return true;
    }

    private synchronized void layOut() {
        Size size = terminal.getSize();
        lines = painted.apply(size.getColumns());
        display.resize(size);
        display.clear();
        draw();
    }

    private synchronized void draw() {
        top = Math.clamp(top, 0, Math.max(0, lines.size() - height()));
        List<AttributedString> shown = new ArrayList<>(page());
        while (shown.size() < height()) {
            shown.add(AttributedString.EMPTY);
        }
        int last = Math.min(lines.size(), top + height());
        String where = (top + 1) + "-" + last + " of " + lines.size() + " lines  (" + KEYS + ")";
        shown.add(Palette.styled(palette.aside(), where).columnSubSequence(0, terminal.getColumns() - 1));
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
        keys.bind(Key.LEAVE, "q", "Q", "\u0004", "\u0003");
        return keys;
    }

    private void bind(KeyMap<Key> keys, Key key, Capability capability, String... typed) {
        keys.bind(key, typed);
        Optional.ofNullable(KeyMap.key(terminal, capability)).ifPresent(sequence -> keys.bind(key, sequence));
    }
}
