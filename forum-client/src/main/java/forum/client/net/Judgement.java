package forum.client.net;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Decide whether a server's certificate is to be believed; remembers why it was not. Judges one connection. */
final class Judgement extends X509ExtendedTrustManager {

    private final Address address;
    private final Trust trust;
    private final X509ExtendedTrustManager authorities;
    private Optional<UntrustedException> objection = Optional.empty();

    Judgement(Address address, Trust trust) throws GeneralSecurityException {
        this.address = address;
        this.trust = trust;
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        this.authorities = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    /** Tell why the certificate was not believed, if that was so. */
    Optional<UntrustedException> objection() {
        return objection;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            judge(chain, type, socket);
        } catch (UntrustedException e) {
            objection = Optional.of(e);
            throw new CertificateException(e);
        } catch (IOException e) {
            objection = Optional.of(untrusted(trust.knownHosts().orElseThrow() + " cannot be read"));
            throw new CertificateException(e);
        }
    }

    private void judge(X509Certificate[] chain, String type, Socket socket) throws IOException {
        String shown = Fingerprint.of(chain[0]);
        if (trust.fingerprint().isPresent()) {
            if (!shown.equals(trust.fingerprint().get())) {
                throw untrusted(
                        "The forum at " + address + " does not have the fingerprint that was asked for, but " + shown);
            }
            return;
        }
        try {
            authorities.checkServerTrusted(chain, type, socket);
        } catch (CertificateException nobodyVouches) {
            if (!isSelfSigned(chain[0])) {
                throw untrusted(
                        "The certificate of " + address + " is not to be trusted: " + why(chain[0], nobodyVouches));
            }
            judgeSelfSigned(chain[0], shown);
        }
    }

    private void judgeSelfSigned(X509Certificate certificate, String shown) throws IOException {
        Optional<String> known = trust.knownHosts().isEmpty()
                ? Optional.empty()
                : new KnownHosts(trust.knownHosts().get()).find(address);
        if (known.isPresent() && !known.get().equals(shown)) {
            throw untrusted("THE FORUM AT " + address + " HAS CHANGED ITS CERTIFICATE, or somebody is in between. "
                    + "Known was " + known.get() + ", shown is " + shown
                    + ". If the operator confirms the new one, delete the line of " + address + " in "
                    + trust.knownHosts().get());
        }
        try {
            certificate.checkValidity();
        } catch (CertificateException outOfTime) {
            throw untrusted("The certificate of " + address + " is not to be trusted: " + why(certificate, outOfTime));
        }
        if (known.isEmpty()) {
            throw new UntrustedException(
                    "Nobody vouches for the certificate of " + address
                            + ", and it is not known yet; its fingerprint is " + shown
                            + "; --fingerprint with that trusts it this time",
                    Optional.of(shown));
        }
    }

    private String why(X509Certificate certificate, CertificateException trouble) {
        try {
            certificate.checkValidity();
        } catch (CertificateException outOfTime) {
            return "it is valid from " + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant();
        }
        Throwable cause = trouble;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException signedByAnother) {
            return false;
        }
    }

    private static UntrustedException untrusted(String sentence) {
        return new UntrustedException(sentence, Optional.empty());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("Only sockets are judged");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("Only sockets are judged");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("This is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("This is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("This is no server");
    }
}
