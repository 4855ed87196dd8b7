package forum.server.tls;

import forum.api.storage.StorageException;
import forum.server.StartException;
import forum.server.Tls;
import forum.server.log.OperatorLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;

/**
 * Hold the server's certificate, and take it anew when its files have changed.
 *
 * <p>A pair that cannot be used is reported once, and the one before it stays. Looked at when somebody connects, at
 * most once a second. Thread-safe.
 */
public final class Certificates {

    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final FileAttribute<?> OWNERS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Tls.Files files;
    private final OperatorLog log;
    private volatile Identity identity;
    private List<FileTime> seen;
    private volatile long lookedAt = System.nanoTime();

    private Certificates(Tls.Files files, OperatorLog log) {
        this.files = files;
        this.log = log;
        this.seen = state();
        try {
            this.identity = Identity.of(files.certificate(), files.key());
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException(sentence(e), e);
        }
    }

    /**
     * Find the certificate, or make it.
     *
     * @param data the data folder, where a certificate of the server's own is kept
     * @return empty without TLS
     * @throws StartException if there is none that can be used
     */
    public static Optional<Certificates> of(Tls tls, Path data, Instant now, OperatorLog log) {
        if (tls instanceof Tls.Off) { // not a switch, for which bytecode is made at each start
            return Optional.empty();
        }
        Tls.Files files = tls instanceof Tls.Files given ? given : ownFiles(data.resolve("tls"), now);
        return Optional.of(new Certificates(files, log));
    }

    private static Tls.Files ownFiles(Path folder, Instant now) {
        Tls.Files files = new Tls.Files(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        try {
            Files.createDirectories(folder, OWNERS_ONLY);
            if (!Files.exists(files.certificate()) && !Files.exists(files.key())) {
                SelfSigned.write(files.certificate(), files.key(), now);
            }
            return files;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException("No certificate can be made in " + folder + ": " + reason(e), e);
        }
    }

    /** Tell the fingerprint of the certificate in use. */
    public String fingerprint() {
        return identity.fingerprint();
    }

    /** Begin a connection's TLS. */
    public SSLEngine engine() {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            look();
        }
        return identity.engine();
    }

    /** Take what is in the files now, if it has changed. */
    synchronized void look() {
        lookedAt = System.nanoTime();
        List<FileTime> now = state();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            identity = Identity.of(files.certificate(), files.key());
            log.notice("The certificate was taken anew; its fingerprint is " + fingerprint());
        } catch (IOException | GeneralSecurityException e) {
            log.warning(sentence(e) + "; the one before it stays in use");
        }
    }

    /** Tell when the files were changed; nothing while one of them is missing. */
    private List<FileTime> state() {
        try {
            return List.of(Files.getLastModifiedTime(files.certificate()), Files.getLastModifiedTime(files.key()));
        } catch (IOException missing) {
            return List.of();
        }
    }

    private String sentence(Exception e) {
        return "The certificate in " + files.certificate() + " with the key in " + files.key() + " cannot be used: "
                + reason(e);
    }

    private static String reason(Exception e) {
        return e instanceof IOException io ? StorageException.reason(io) : String.valueOf(e.getMessage());
    }
}
