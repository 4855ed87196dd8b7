package forum.server;

import java.nio.file.Path;

/** Say where a server's certificate comes from. */
public sealed interface Tls {

    /** There is none: a connection that begins with TLS is closed. */
    record Off() implements Tls {}

    /** It is made at the first start, signed by itself, and kept in the data folder. */
    record SelfSigned() implements Tls {}

    /**
     * It is in two PEM files, which are read again when they have changed.
     *
     * @param certificate the server's certificate, then those that lead to an authority
     * @param key its private key, as PKCS#8, or as PKCS#1 (RSA) or SEC 1 (elliptic curves); not encrypted
     */
    record Files(Path certificate, Path key) implements Tls {}
}
