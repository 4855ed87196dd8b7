package forum.server.connection;

import forum.api.wire.WireOutput;
import forum.server.news.Item;
import forum.server.news.Subscription;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Send on what a connection listens to, until it ends.
 *
 * @param line where to
 * @param protocol tells which version of RESP is spoken; it changes only while the line is locked
 */
record Pusher(Subscription subscription, Line line, IntSupplier protocol) implements Runnable {

    @Override
    public void run() {
        try {
            Optional<Item> item = subscription.take();
            while (item.isPresent()) {
                push(item.get());
                item = subscription.take();
            }
        } catch (IOException gone) {
            // the connection's own thread finds that out, too, and cleans up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Write it between two replies, if it is still wanted then. */
    private void push(Item item) throws IOException {
        line.lock();
        try {
            if (subscription.wants(item)) {
                WireOutput news = new WireOutput();
                news.protocol(protocol.getAsInt());
                write(item, news);
                line.write(news);
            }
        } finally {
            line.unlock();
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
