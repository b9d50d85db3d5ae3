// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * What an https server on the loopback shows: a certificate for {@code localhost}, {@code 127.0.0.1} and {@code ::1},
 * signed by an authority made for it alone.
 *
 * <p>Immutable.
 */
public final class TlsIdentity {
    private static final Duration LIFE = Duration.ofDays(365);

    private final X509Certificate authority;
    private final SSLContext context;

    /** Makes keys and certificates, valid from a day before the given time for a year. */
    public TlsIdentity(Instant now) {
        Instant from = now.minus(Duration.ofDays(1));
        X500Name name = Issuer.name("vpsdns sandbox https");
        KeyPair authorityKey = Keys.p256();
        authority = new CertificateMaker(name, authorityKey, name, authorityKey.getPublic(), from, from.plus(LIFE))
                .add(Extension.basicConstraints, true, new BasicConstraints(true))
                .sign();
        KeyPair key = Keys.p256();
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        X509Certificate server = new CertificateMaker(
                        name, authorityKey, Issuer.name("localhost"), key.getPublic(), from, from.plus(LIFE))
                .add(Extension.subjectAlternativeName, false, names)
                .sign();
        context = context(key, server, authority);
    }

    /** What clients must trust. */
    public X509Certificate authority() {
        return authority;
    }

    /** For the server. */
    public SSLContext context() {
        return context;
    }

    private static SSLContext context(KeyPair key, X509Certificate... chain) {
        try {
            char[] noPassword = new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, noPassword);
            store.setKeyEntry("server", key.getPrivate(), noPassword, (Certificate[]) chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, noPassword);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot set up TLS", e);
        }
    }
}
