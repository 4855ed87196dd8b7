package forum.client.net;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Say whom to believe to be the server.
 *
 * <p>A certificate that an authority of the system's vouches for, for this host, is always enough. Of one that vouches
 * for itself the fingerprint must be known.
 *
 * @param knownHosts where the fingerprints are that somebody has trusted before
 * @param fingerprint the only one to trust this time, whoever vouches for it
 */
public record Trust(Optional<Path> knownHosts, Optional<String> fingerprint) {

    /** Believe the system's authorities alone. */
    public static final Trust AUTHORITIES = new Trust(Optional.empty(), Optional.empty());
}
