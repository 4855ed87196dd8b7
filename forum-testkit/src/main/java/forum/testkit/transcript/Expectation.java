package forum.testkit.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compare what was said with what a transcript says, and remember what it wants remembered. */
final class Expectation {

    private static final Pattern HOLE = Pattern.compile("<<(?:([a-z]+)=)?(.*?)>>");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z]+)}");

    private final Map<String, String> variables = new LinkedHashMap<>();

    /** Put in what was remembered. */
    String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> {
            String value = variables.get(variable.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing is remembered as " + variable.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Tell whether it is what was expected, and remember if so. */
    boolean matches(String expected, String actual) {
        Map<String, Integer> remembered = new LinkedHashMap<>();
        Matcher matcher = pattern(filled(expected), remembered).matcher(actual);
        if (!matcher.matches()) {
            return false;
        }
        remembered.forEach((name, group) -> variables.put(name, matcher.group(group)));
        return true;
    }

    private static Pattern pattern(String expected, Map<String, Integer> remembered) {
        StringBuilder regex = new StringBuilder();
        Matcher hole = HOLE.matcher(expected);
        int end = 0;
        for (int group = 1; hole.find(); group++) {
            regex.append(Pattern.quote(expected.substring(end, hole.start())));
            regex.append('(')
                    .append(hole.group(2).replaceAll("(?<!\\\\)\\((?!\\?)", "(?:"))
                    .append(')');
            if (hole.group(1) != null) {
                remembered.put(hole.group(1), group);
            }
            end = hole.end();
        }
        return Pattern.compile(regex + Pattern.quote(expected.substring(end)));
    }
}
