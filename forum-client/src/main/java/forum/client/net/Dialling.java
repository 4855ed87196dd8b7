package forum.client.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/** Make and end TCP connections. */
final class Dialling {

    private static final int TIMEOUT_MILLIS = 10_000;

    private Dialling() {}

    /** Connect to the first of the host's addresses that answers. */
    static SocketChannel dial(Address address) throws ConnectionException {
        try {
            IOException last = new IOException("the host has no address");
            for (InetAddress one : InetAddress.getAllByName(address.host())) {
                try {
                    return connected(new InetSocketAddress(one, address.port()));
                } catch (IOException e) {
                    last = e;
                }
            }
            throw last;
        } catch (UnknownHostException e) {
            throw new ConnectionException(new Ending.Lost("There is no host " + address.host()));
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new ConnectionException(new Ending.Lost("No forum answers at " + address + why));
        }
    }

    /** Close, whatever happens: there is nothing to lose any more. */
    static void hangUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(Dialling.class.getName()).log(System.Logger.Level.DEBUG, "closing", e);
        }
    }

    private static SocketChannel connected(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.socket().connect(address, TIMEOUT_MILLIS);
            return channel;
        } catch (IOException e) {
            hangUp(channel);
            throw e;
        }
    }
}
