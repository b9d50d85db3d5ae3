// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates for tests, as a small authority would issue them. */
public final class TestCertificates {
    private static final KeyPair ISSUER_KEY = newKey();
    private static final X509Certificate ISSUER =
            sign(new X500Principal("CN=Test Issuer"), ISSUER_KEY, new GeneralName[0]);

    private TestCertificates() {}

    /** Makes a P-256 key. */
    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Issues a certificate with the given DNS names, and its issuer after it. */
    public static List<X509Certificate> chain(KeyPair key, String... names) {
        GeneralName[] alternatives = Arrays.stream(names)
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        return List.of(sign(new X500Principal("CN=ignored"), key, alternatives), ISSUER);
    }

    private static X509Certificate sign(X500Principal subject, KeyPair key, GeneralName[] alternatives) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal("CN=Test Issuer"),
                BigInteger.valueOf(now.getEpochSecond()),
                Date.from(now.minusSeconds(3600)),
                Date.from(now.plus(90, ChronoUnit.DAYS)),
                subject,
                key.getPublic());
        try {
            if (alternatives.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(ISSUER_KEY.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
