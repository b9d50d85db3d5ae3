// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store.testing;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.schedule.AriPause;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.StoredAccount;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Things to keep. */
final class Samples {
    private static final AtomicLong SERIAL = new AtomicLong();
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final URI CA = URI.create("https://ca.example/directory");

    private Samples() {}

    static StoredAccount account(URI ca) {
        return new StoredAccount(
                ca.resolve("/account/" + SERIAL.incrementAndGet()),
                List.of("mailto:admin@example.com"),
                THEN,
                KeyType.P256.generate());
    }

    /** A memory in which nothing is missing. */
    static RenewalMemory memory(Trouble trouble) {
        return new RenewalMemory(
                new AriWindow(
                        "aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE",
                        THEN,
                        THEN.plusSeconds(3600),
                        THEN.plusSeconds(1234),
                        URI.create("https://ca.example/why"),
                        THEN.plusSeconds(21_600)),
                new AriPause(2, THEN.plusSeconds(600)),
                trouble,
                new Issuance("1a2b", CA, "shortlived", THEN, Duration.ofMillis(12_345)),
                new Issuance("1a2c", CA, null, THEN.plusSeconds(1), null),
                "1a2b",
                trouble);
    }

    /** A certificate that its key has signed; each is another one. */
    static CertificateFiles certificate(String name) {
        KeyPair key = KeyType.P256.generate();
        X500Principal subject = new X500Principal("CN=" + name);
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(THEN),
                Date.from(THEN.plus(Duration.ofDays(90))),
                subject,
                key.getPublic());
        try {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
            return new CertificateFiles(List.of(certificate), key.getPrivate(), null);
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
