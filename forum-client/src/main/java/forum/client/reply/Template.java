package forum.client.reply;

import forum.api.Printable;
import forum.client.line.Argument;
import forum.client.line.Invocation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fill the places of a text, such as {@code {thread}}, with the arguments of a command. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private Template() {}

    /** Fill in what was given; a place for which nothing was stays as it is, and what is filled in is not read again. */
    public static String fill(String text, Invocation invocation) {
        Map<String, String> values = invocation.arguments().stream()
                .collect(Collectors.toMap(a -> a.parameter().name(), Argument::value, (first, _) -> first));
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    /** Fill in and make printable. */
    public static String printable(String text, Invocation invocation) {
        return Printable.line(fill(text, invocation));
    }
}
