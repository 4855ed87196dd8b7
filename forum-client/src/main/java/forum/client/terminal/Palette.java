package forum.client.terminal;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Choose colours, or bold, faint and underlined where {@code NO_COLOR} asks for none. */
final class Palette {

    /** Legible on a dark and on a light ground, and neither red nor grey, which mean something. */
    private static final int[] AUTHORS = {
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.BLUE,
        AttributedStyle.MAGENTA,
        AttributedStyle.CYAN,
        AttributedStyle.BRIGHT + AttributedStyle.GREEN,
        AttributedStyle.BRIGHT + AttributedStyle.BLUE,
        AttributedStyle.BRIGHT + AttributedStyle.MAGENTA,
        AttributedStyle.BRIGHT + AttributedStyle.CYAN
    };

    private final boolean colours;

    Palette(boolean colours) {
        this.colours = colours;
    }

    boolean hasColours() {
        return colours;
    }

    /** Give the same name the same colour, always. */
    AttributedStyle author(String name) {
        return colours ? foreground(AUTHORS[Math.floorMod(name.hashCode(), AUTHORS.length)]) : AttributedStyle.DEFAULT;
    }

    /** Stand back. */
    AttributedStyle aside() {
        return AttributedStyle.DEFAULT.faint();
    }

    /** Stand out. */
    AttributedStyle strong() {
        return AttributedStyle.DEFAULT.bold();
    }

    /** Be wrong. */
    AttributedStyle wrong() {
        return colours ? foreground(AttributedStyle.RED) : AttributedStyle.DEFAULT.underline();
    }

    /** Put a text in a style. */
    static AttributedString styled(AttributedStyle style, String text) {
        return new AttributedStringBuilder().styled(style, text).toAttributedString();
    }

    private static AttributedStyle foreground(int colour) {
        return AttributedStyle.DEFAULT.foreground(colour);
    }
}
