package forum.server.news;

import java.util.Optional;

/**
 * A piece of news on its way to one listener.
 *
 * @param channel where it was published
 * @param pattern the pattern by which the listener hears it, if not by the channel itself
 * @param payload a JSON object
 */
public record Item(String channel, Optional<String> pattern, byte[] payload) {

    /** Tell to which of the listener's subscriptions it belongs. */
    String subscription() {
        return pattern.map(p -> "p " + p).orElse("c " + channel);
    }
}
