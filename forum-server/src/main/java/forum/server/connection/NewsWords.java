package forum.server.connection;

import forum.api.wire.WireOutput;
import forum.server.news.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Redis's Pub/Sub: listen to channels and patterns of them, or listen no longer. */
final class NewsWords {

    private static final int MAX_CHANNELS = 1_000;

    /** Fewer, because each is held against each event. */
    private static final int MAX_PATTERNS = 20;

    private static final int MAX_BYTES = 512;

    private NewsWords() {}

    /** {@code SUBSCRIBE channel …}. */
    static void subscribe(Words arguments, Conversation conversation) {
        add(arguments, conversation, "subscribe", Subscription::addChannel);
    }

    /** {@code PSUBSCRIBE pattern …}. */
    static void subscribeToPatterns(Words arguments, Conversation conversation) {
        add(arguments, conversation, "psubscribe", Subscription::addPattern);
    }

    /** {@code UNSUBSCRIBE [channel …]}. */
    static void unsubscribe(Words arguments, Conversation conversation) {
        remove(arguments, conversation, "unsubscribe", Subscription::channels, Subscription::removeChannel);
    }

    /** {@code PUNSUBSCRIBE [pattern …]}. */
    static void unsubscribeFromPatterns(Words arguments, Conversation conversation) {
        remove(arguments, conversation, "punsubscribe", Subscription::patterns, Subscription::removePattern);
    }

    private static void add(
            Words arguments, Conversation conversation, String kind, BiConsumer<Subscription, String> change) {
        Member member = conversation.member().orElseThrow();
        Subscription subscription = conversation.subscription(member);
        boolean patterns = kind.equals("psubscribe");
        int most = patterns ? MAX_PATTERNS : MAX_CHANNELS;
        int held = patterns
                ? subscription.patterns().size()
                : subscription.channels().size();
        if (held + arguments.count() > most || arguments.values().stream().anyMatch(name -> name.length > MAX_BYTES)) {
            conversation.refuse(
                    "TOOBIG",
                    "A connection listens to at most %d channels and %d patterns of %d bytes"
                            .formatted(MAX_CHANNELS, MAX_PATTERNS, MAX_BYTES));
            return;
        }
        if (patterns && !names(arguments).stream().allMatch(Subscription::isPattern)) {
            conversation.refuse(
                    "TOOBIG",
                    "A pattern has at most %d characters from its first special one on"
                            .formatted(Subscription.MOST_AFTER_BEGINNING));
            return;
        }
        for (String name : names(arguments)) {
            change.accept(subscription, name);
            confirm(conversation.out(), kind, name, subscription.count());
        }
        conversation.hub().news().catchUp(subscription);
    }

    private static void remove(
            Words arguments,
            Conversation conversation,
            String kind,
            Function<Subscription, Collection<String>> all,
            BiConsumer<Subscription, String> change) {
        Subscription subscription =
                conversation.subscription(conversation.member().orElseThrow());
        Collection<String> names = arguments.count() == 0 ? all.apply(subscription) : names(arguments);
        WireOutput out = conversation.out();
        for (String name : names) {
            change.accept(subscription, name);
            confirm(out, kind, name, subscription.count());
        }
        if (names.isEmpty()) {
            out.push(3);
            out.bulk(kind);
            out.nil();
            out.number(subscription.count());
        }
    }

    private static void confirm(WireOutput out, String kind, String name, int count) {
        out.push(3);
        out.bulk(kind);
        out.bulk(name);
        out.number(count);
    }

    private static List<String> names(Words arguments) {
        return IntStream.range(0, arguments.count()).mapToObj(arguments::text).toList();
    }
}
