// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.pki;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The CA's own keys and what it signs with them.
 *
 * <p>Immutable after construction, so thread-safe.
 */
public final class Issuer {
    private static final Duration ROOT_LIFE = Duration.ofDays(20 * 365);
    private static final int LONGEST_COMMON_NAME = 64;

    private final X500Name intermediateName = name("vpsdns sandbox E1");
    private final KeyPair intermediateKey = Keys.p256();
    private final List<X509Certificate> roots;
    private final List<X509Certificate> intermediates;

    /** Makes keys, roots and intermediates, valid from a year before the given time. */
    public Issuer(Instant now) {
        Instant from = now.minus(Duration.ofDays(365));
        KeyPair first = Keys.p256();
        KeyPair second = Keys.p256();
        X500Name firstName = name("vpsdns sandbox Root X1");
        X500Name secondName = name("vpsdns sandbox Root X2");
        roots = List.of(
                authority(firstName, first, firstName, first, from),
                authority(secondName, second, secondName, second, from));
        intermediates = List.of(
                authority(firstName, first, intermediateName, intermediateKey, from),
                authority(secondName, second, intermediateName, intermediateKey, from));
    }

    /** The trust anchors: of the default chain first, then of the alternate one. */
    public List<X509Certificate> roots() {
        return roots;
    }

    /** The intermediate that signs, in its form under the first root. */
    public X509Certificate intermediate() {
        return intermediates.get(0);
    }

    /**
     * Signs a server certificate.
     *
     * @param names all of them as subject alternative names
     * @param commonName whether the first name that is short enough is the subject too
     * @return the chains it can be shown with, leaf first, without root
     */
    public List<List<X509Certificate>> issue(
            PublicKey key, List<String> names, boolean commonName, Instant notBefore, Instant notAfter) {
        X500Name subject = names.stream()
                .filter(name -> commonName && name.length() <= LONGEST_COMMON_NAME)
                .findFirst()
                .map(Issuer::name)
                .orElseGet(() -> new X500NameBuilder().build());
        GeneralNames alternatives = new GeneralNames(names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
        int usage = key.getAlgorithm().equals("RSA")
                ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                : KeyUsage.digitalSignature;
        X509Certificate leaf = new CertificateMaker(
                        intermediateName, intermediateKey, subject, key, notBefore, notAfter)
                .add(Extension.basicConstraints, true, new BasicConstraints(false))
                .add(Extension.keyUsage, true, new KeyUsage(usage))
                .add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                // RFC 5280 §4.2.1.6: critical where the subject says nothing.
                .add(Extension.subjectAlternativeName, subject.getRDNs().length == 0, alternatives)
                .sign();
        return intermediates.stream()
                .map(intermediate -> List.of(leaf, intermediate))
                .toList();
    }

    private static X509Certificate authority(
            X500Name issuerName, KeyPair issuer, X500Name subject, KeyPair key, Instant from) {
        return new CertificateMaker(issuerName, issuer, subject, key.getPublic(), from, from.plus(ROOT_LIFE))
                .add(Extension.basicConstraints, true, new BasicConstraints(true))
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .sign();
    }

    static X500Name name(String commonName) {
        return new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    }
}
