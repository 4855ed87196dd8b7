package forum.server.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Name the network that a connection comes from, as far as one person can change addresses at will.
 *
 * @param network an IPv4 address, or the first 64 bits of an IPv6 address, which are one subscriber's
 */
public record Source(String network) {

    /** Name the network of an address. */
    public static Source of(InetAddress address) {
        if (address instanceof Inet6Address && !address.isLoopbackAddress()) {
            return new Source(HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64");
        }
        return new Source(address.getHostAddress());
    }

    // Every connection is counted by its source; what a record does by itself is made of bytecode at the first one.

    @Override
    public boolean equals(Object other) {
        return other instanceof Source source && source.network.equals(network);
    }

    @Override
    public int hashCode() {
        return network.hashCode();
    }

    @Override
    public String toString() {
        return network;
    }
}
