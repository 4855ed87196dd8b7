package forum.client.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Say where a forum is, and perhaps as whom to log in there.
 *
 * @param host a host name or an IP address
 * @param port 1 to 65535
 * @param user whom to log in, if that is known beforehand
 * @param trust whom to believe to be the server, through TLS; empty without it
 */
public record Address(String host, int port, Optional<String> user, Optional<Trust> trust) {

    private static final String PLAIN = "forum";
    private static final String SECURE = "forums";
    private static final int LARGEST_PORT = 65535;

    /** Refuse what is no port. */
    public Address {
        if (host.isEmpty() || port < 1 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("There is no port " + port + ": a port is a number from 1 to 65535");
        }
    }

    /**
     * Read a host and a port.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Address of(String host, String port) {
        try {
            return new Address(host, Integer.parseInt(port), Optional.empty(), Optional.empty());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + port + "' is no port: a port is a number from 1 to 65535");
        }
    }

    /**
     * Read {@code forum://user@host:port}, or {@code forums://…} for TLS.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Address parse(String url) {
        String otherwise = "'" + url
                + "' is no address of a forum: give HOST PORT, forum://user@host:port or forums://user@host:port";
        try {
            URI uri = new URI(url);
            boolean secure = SECURE.equalsIgnoreCase(uri.getScheme());
            if (!secure && !PLAIN.equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
                throw new IllegalArgumentException(otherwise);
            }
            if (Optional.ofNullable(uri.getUserInfo()).orElse("").indexOf(':') >= 0) {
                throw new IllegalArgumentException("A password has no place in an address: others can read it there");
            }
            String host = uri.getHost().replaceAll("^\\[|]$", "");
            return new Address(
                    host,
                    uri.getPort(),
                    Optional.ofNullable(uri.getUserInfo()),
                    secure ? Optional.of(Trust.AUTHORITIES) : Optional.empty());
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(otherwise, malformed);
        }
    }

    /** Log in as somebody else. */
    public Address as(String name) {
        return new Address(host, port, Optional.of(name), trust);
    }

    /** Go there through TLS. */
    public Address trusting(Trust whom) {
        return new Address(host, port, user, Optional.of(whom));
    }

    /** Name the place, for sentences and for the names of files. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
