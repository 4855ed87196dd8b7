package forum.client.net;

/** Hear what the server tells on a channel that was subscribed to; called on the connection's own thread. */
@FunctionalInterface
public interface News {

    /**
     * Hear one message; must neither block nor throw.
     *
     * @param payload as it came
     */
    void heard(String channel, String payload);
}
