package forum.server.connection;

import forum.api.wire.WireOutput;
import forum.server.news.Item;
import forum.server.news.Subscription;
import java.io.IOException;
import java.util.Optional;

/** Send on what a connection listens to, until it ends. */
record Pusher(Subscription subscription, Replies replies) implements Runnable {

    @Override
    public void run() {
        try {
            Optional<Item> item = subscription.take();
            while (item.isPresent()) {
                replies.push(item.get(), subscription::wants);
                item = subscription.take();
            }
        } catch (IOException gone) {
            // the connection's own thread finds that out, too, and cleans up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void write(Item item, WireOutput news) {
        news.push(item.pattern().isPresent() ? 4 : 3);
        news.bulk(item.pattern().isPresent() ? "pmessage" : "message");
        item.pattern().ifPresent(news::bulk);
        news.bulk(item.channel());
        news.bulk(item.payload());
    }
}
