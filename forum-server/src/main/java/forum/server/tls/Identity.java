package forum.server.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * A certificate that the server can prove to be its own.
 *
 * @param fingerprint the certificate's SHA-256, as people compare it
 */
record Identity(SSLContext context, String fingerprint) {

    private static final String PROTOCOL = "TLSv1.3";
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "RSASSA-PSS", "RSASSA-PSS", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    /** Read a pair of files. */
    static Identity of(Path certificate, Path key) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = PemFiles.certificates(certificate);
        PrivateKey secret = PemFiles.key(key);
        if (!belongsTogether(secret, chain.getFirst().getPublicKey())) {
            throw new IOException("the key is not that of the certificate");
        }
        return new Identity(context(chain, secret), fingerprint(chain.getFirst()));
    }

    /** Begin a connection's TLS: version 1.3 only, no certificate of the client's. */
    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {PROTOCOL});
        return engine;
    }

    private static SSLContext context(List<X509Certificate> chain, PrivateKey key)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = {};
        store.load(null, password);
        store.setKeyEntry("forum", key, password, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance(PROTOCOL);
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static boolean belongsTogether(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(secret.getAlgorithm());
        if (algorithm == null || !secret.getAlgorithm().equals(open.getAlgorithm())) {
            return false;
        }
        if (algorithm.equals("RSASSA-PSS")) {
            return true;
        }
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(secret);
        signing.update(challenge);
        Signature verifying = Signature.getInstance(algorithm);
        verifying.initVerify(open);
        verifying.update(challenge);
        return verifying.verify(signing.sign());
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return "SHA256:" + HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    }
}
