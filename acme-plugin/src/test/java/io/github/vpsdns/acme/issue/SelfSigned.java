// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that sign themselves. */
final class SelfSigned {
    private SelfSigned() {}

    static X509Certificate of(KeyPair key, Instant from, Duration life, String... names) {
        return issuedBy("CN=Test, O=Nobody", key, from, life, names);
    }

    static X509Certificate issuedBy(String issuer, KeyPair key, Instant from, Duration life, String... names) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Principal(issuer),
                    BigInteger.ONE,
                    Date.from(from),
                    Date.from(from.plus(life)),
                    new X500Principal("O=Somebody"),
                    key.getPublic());
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    true,
                    new GeneralNames(Arrays.stream(names)
                            .map(name -> new GeneralName(GeneralName.dNSName, name))
                            .toArray(GeneralName[]::new)));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
