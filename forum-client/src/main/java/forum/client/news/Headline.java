package forum.client.news;

import forum.api.Printable;
import forum.client.reply.Units;
import java.util.Optional;

/** Make of what happened one printable line. */
public final class Headline {

    private static final int LONGEST_TEXT = 200;

    private Headline() {}

    /** Write it; empty for what is not worth a line. */
    public static Optional<String> of(Happening news) {
        String user = news.user();
        String thread = news.thread().orElse("");
        String number = news.number().isPresent() ? Long.toString(news.number().getAsLong()) : "a message";
        String text = news.text().map(Headline::shortened).orElse("");
        String line = switch (news.event()) {
            case "created" -> user + " created thread " + thread;
            case "removed" -> user + " removed thread " + thread;
            case "posted" -> thread + " " + number + " " + user + ": " + text;
            case "edited" -> thread + " " + number + " " + user + ": " + text + " (edited)";
            case "deleted" -> user + " deleted " + number + " from thread " + thread;
            case "uploaded" -> user + " uploaded " + news.file().orElse("a file") + size(news) + " to thread " + thread;
            case "missed" -> "Some news was missed";
            default -> text;
        };
        return line.isBlank() ? Optional.empty() : Optional.of(Printable.line(line.strip()));
    }

    private static String size(Happening news) {
        return news.size().isPresent() ? " (" + Units.bytes(news.size().getAsLong()) + ")" : "";
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_TEXT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT)) + " …";
    }
}
