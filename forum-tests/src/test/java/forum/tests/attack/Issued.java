package forum.tests.attack;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** A certificate as an authority, or a clumsy operator, might have issued it. */
record Issued(String subject, KeyPair keys, byte[] certificate) {

    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    /** Make one that vouches for itself. */
    static Issued bySelf(String subject, String host) throws GeneralSecurityException, IOException {
        return bySelf(subject, host, Instant.now().plus(Duration.ofDays(1)));
    }

    static Issued bySelf(String subject, String host, Instant end) throws GeneralSecurityException, IOException {
        KeyPair keys = freshKeys();
        return new Issued(subject, keys, signed(subject, subject, host, end, keys, keys, true));
    }

    /** Vouch for a host. */
    Issued vouchFor(String host, Instant end) throws GeneralSecurityException, IOException {
        KeyPair theirs = freshKeys();
        return new Issued("CN=" + host, theirs, signed(subject, "CN=" + host, host, end, keys, theirs, false));
    }

    void writeCertificate(Path file) throws IOException {
        write(file, "CERTIFICATE", certificate);
    }

    void writeKey(Path file) throws IOException {
        write(file, "PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    private static KeyPair freshKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static byte[] signed(
            String issuer, String subject, String host, Instant end, KeyPair signer, KeyPair owner, boolean authority)
            throws GeneralSecurityException, IOException {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(System.nanoTime())));
        generator.setSignature(ECDSA);
        generator.setIssuer(new X500Name(issuer));
        generator.setSubject(new X500Name(subject));
        generator.setStartDate(new Time(Date.from(Instant.now().minus(Duration.ofDays(10)))));
        generator.setEndDate(new Time(Date.from(end)));
        generator.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(owner.getPublic().getEncoded()));
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, host));
        generator.setExtensions(new Extensions(new Extension[] {
            new Extension(Extension.subjectAlternativeName, false, names.getEncoded()),
            new Extension(Extension.basicConstraints, true, new BasicConstraints(authority).getEncoded())
        }));
        TBSCertificate unsigned = generator.generateTBSCertificate();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer.getPrivate());
        signature.update(unsigned.getEncoded());
        return new DERSequence(new ASN1Encodable[] {unsigned, ECDSA, new DERBitString(signature.sign())}).getEncoded();
    }

    private static void write(Path file, String type, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            pem.writeObject(new PemObject(type, content));
        }
        Files.writeString(file, text.toString());
    }
}
