package forum.server.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which connections' other sides do not confirm what the system has sent them again.
 *
 * <p>TCP keep-alive does not test a connection that has bytes on the way, and gives those up only after a quarter of an
 * hour. Linux tells in {@code /proc/net/tcp} (see proc(5)) how often it has tried in vain; elsewhere nothing is known,
 * and such a connection is held for as long as the system holds it.
 *
 * @param peers the connections, as {@link #peer} writes them
 */
record Unanswered(Set<String> peers) {

    private static final String MAPPED_IPV4 = "0000000000000000FFFF0000";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int RETRANSMISSIONS = 6;

    /** Ask the system. */
    static Unanswered now() throws IOException {
        try (Stream<String> old = lines("/proc/net/tcp");
                Stream<String> recent = lines("/proc/net/tcp6")) {
            return parse(Stream.concat(old, recent));
        }
    }

    static Unanswered parse(Stream<String> lines) {
        return new Unanswered(lines.map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields.length > RETRANSMISSIONS && fields[LOCAL].contains(":"))
                .filter(fields -> isPositive(fields[RETRANSMISSIONS]))
                .map(fields -> port(fields[LOCAL]) + " " + fields[REMOTE].replace(MAPPED_IPV4, ""))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Name a connection as the system does: the port here, the address and port there, in hexadecimal. */
    static String peer(SocketChannel channel) throws IOException {
        InetSocketAddress near = (InetSocketAddress) channel.getLocalAddress();
        InetSocketAddress far = (InetSocketAddress) channel.getRemoteAddress();
        return port(near) + " " + words(far.getAddress()) + ":" + port(far);
    }

    private static String port(InetSocketAddress address) {
        return HEX.toHexDigits((short) address.getPort());
    }

    boolean includes(String peer) {
        return peers.contains(peer);
    }

    private static Stream<String> lines(String file) throws IOException {
        Path path = Path.of(file);
        return Files.isReadable(path) ? Files.lines(path) : Stream.empty();
    }

    private static boolean isPositive(String number) {
        return number.chars().anyMatch(digit -> digit != '0');
    }

    private static String port(String end) {
        return end.substring(end.indexOf(':') + 1);
    }

    /** The kernel prints an address as words of the machine. */
    private static String words(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress()).order(ByteOrder.nativeOrder());
        StringBuilder words = new StringBuilder();
        while (bytes.hasRemaining()) {
            words.append(HEX.toHexDigits(bytes.getInt()));
        }
        return words.toString();
    }
}
