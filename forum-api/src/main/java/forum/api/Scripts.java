package forum.api;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tell whether a name mixes scripts, so that it may look like another: {@code mіke} with a Cyrillic letter.
 *
 * <p>This is the level "highly restrictive" of Unicode's security mechanisms: the letters of one script, or Latin with
 * those of Chinese, Japanese or Korean; and the digits of one set. Letters that many scripts share count for none.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Restriction_Level_Detection">UTS 39</a>
 */
final class Scripts {

    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Scripts() {}

    /** Tell whether the whole name mixes them. */
    static boolean mixed(String name) {
        return lettersMixed(name) || digitsMixed(name);
    }

    /** Tell whether one of its words does; a title may have words of several languages. */
    static boolean mixedWithinWord(String name) {
        return NO_WORD.splitAsStream(name).anyMatch(Scripts::mixed);
    }

    private static boolean lettersMixed(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() > 1 && TOGETHER.stream().noneMatch(together -> together.containsAll(scripts));
    }

    private static boolean digitsMixed(String name) {
        return name.codePoints()
                        .filter(Character::isDigit)
                        .map(digit -> digit - Character.digit(digit, 10))
                        .distinct()
                        .count()
                > 1;
    }
}
