package forum.server;

import java.net.InetSocketAddress;

/**
 * Say where a server listens, and how those who connect are met.
 *
 * @param address where to listen; port 0 takes a free one
 * @param tls the certificate for connections that begin with TLS
 * @param plaintextLogins whether passwords are taken without TLS from other machines, too
 * @param limits what they may take
 */
public record Network(InetSocketAddress address, Tls tls, boolean plaintextLogins, Limits limits) {

    /** Listen there, without TLS. */
    public static Network at(InetSocketAddress address) {
        return new Network(address, new Tls.Off(), false, Limits.DEFAULT);
    }

    /** Listen there instead. */
    public Network movedTo(InetSocketAddress there) {
        return new Network(there, tls, plaintextLogins, limits);
    }

    /** Take that certificate. */
    public Network with(Tls certificate) {
        return new Network(address, certificate, plaintextLogins, limits);
    }

    /** Take passwords without TLS from other machines, or not. */
    public Network plaintextLogins(boolean taken) {
        return new Network(address, tls, taken, limits);
    }

    /** Let them take that much. */
    public Network with(Limits other) {
        return new Network(address, tls, plaintextLogins, other);
    }
}
