// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.tls.TlsIdentity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues at once; each certificate has a higher serial number than the one before. */
public final class TestAuthority {
    private static final X500Principal NAME = new X500Principal("CN=Test Authority");

    private final AtomicLong serial = new AtomicLong();
    private final KeyPair key = KeyType.P256.generate();
    private final X509Certificate root = sign(NAME, key, true, new KeyPurposeId[0], new String[0]);

    public X509Certificate root() {
        return root;
    }

    /** A certificate as public authorities issue it: P-256, for servers. */
    public TlsIdentity issue(String... names) {
        return issue(KeyType.P256, new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth}, names);
    }

    public TlsIdentity issue(KeyType type, KeyPurposeId[] uses, String... names) {
        KeyPair pair = type.generate();
        return new TlsIdentity(
                List.of(sign(new X500Principal("CN=ignored"), pair, false, uses, names), root), pair.getPrivate());
    }

    private X509Certificate sign(X500Principal subject, KeyPair pair, boolean ca, KeyPurposeId[] uses, String[] names) {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(serial.incrementAndGet()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(6))),
                subject,
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            if (uses.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(uses));
            }
            if (names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static GeneralNames alternatives(String[] names) {
        return new GeneralNames(Arrays.stream(names)
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }
}
