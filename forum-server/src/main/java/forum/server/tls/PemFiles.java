package forum.server.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Read certificates and keys as PEM (RFC 7468), keys in the three forms in which tools write them. */
final class PemFiles {

    private static final Map<String, String> ALGORITHMS = Map.of(
            PKCSObjectIdentifiers.rsaEncryption.getId(), "RSA",
            PKCSObjectIdentifiers.id_RSASSA_PSS.getId(), "RSASSA-PSS",
            X9ObjectIdentifiers.id_ecPublicKey.getId(), "EC");

    private PemFiles() {}

    /** Read the certificates of a file, in its order. */
    static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new IOException("there is no certificate in it");
            }
            return chain;
        }
    }

    /** Read the private key of a file. */
    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        try (BufferedReader reader = Files.newBufferedReader(file);
                PemReader pem = new PemReader(reader)) {
            for (PemObject object = pem.readPemObject(); object != null; object = pem.readPemObject()) {
                switch (object.getType()) {
                    case "PRIVATE KEY" -> {
                        return key(PrivateKeyInfo.getInstance(object.getContent()));
                    }
                    case "RSA PRIVATE KEY" -> {
                        return key(ofRsa(object.getContent()));
                    }
                    case "EC PRIVATE KEY" -> {
                        return key(ofCurve(object.getContent()));
                    }
                    case "ENCRYPTED PRIVATE KEY" -> throw new IOException("the key in it is encrypted");
                    default -> {
                        // parameters of a curve, or a certificate beside the key
                    }
                }
            }
            throw new IOException("there is no private key in it");
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            throw new IOException("what is in it is no private key", malformed);
        }
    }

    private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        String id = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
        return KeyFactory.getInstance(ALGORITHMS.getOrDefault(id, "EdDSA"))
                .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    private static PrivateKeyInfo ofRsa(byte[] pkcs1) throws IOException {
        return new PrivateKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                RSAPrivateKey.getInstance(pkcs1));
    }

    private static PrivateKeyInfo ofCurve(byte[] sec1) throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(sec1);
        return new PrivateKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
    }
}
