package forum.server.connection;

import forum.server.news.Item;
import forum.server.news.Subscription;
import java.io.IOException;
import java.util.Optional;

/** Send on what a connection listens to, until it ends. */
record Pusher(Subscription subscription, Line line) implements Runnable {

    @Override
    public void run() {
        try {
            Optional<Item> item = subscription.take();
            while (item.isPresent()) {
                line.push(item.get(), subscription::wants);
                item = subscription.take();
            }
        } catch (IOException gone) {
            // the connection's own thread finds that out, too, and cleans up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
