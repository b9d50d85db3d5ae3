// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.pki;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** Names of certificates in renewal information: authority key identifier, dot, serial (RFC 9773 §4.1). */
public final class CertId {
    private CertId() {}

    /** The name of a certificate, which must have an authority key identifier. */
    public static String of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        return Base64Url.encode(authority.getKeyIdentifierOctets())
                + "."
                + Base64Url.encode(certificate.getSerialNumber().toByteArray());
    }

    /**
     * Refuses what does not have the form of one.
     *
     * @throws ProblemException {@code malformed} if it does not have two parts of base64url without padding
     */
    public static String requireForm(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2) {
            throw ProblemException.malformed(
                    "certID has " + parts.length + " parts, must be AKI and serial with a dot between");
        }
        if (Base64Url.decode(parts[0], "AKI of the certID").length == 0
                || Base64Url.decode(parts[1], "serial of the certID").length == 0) {
            throw ProblemException.malformed("certID has an empty part");
        }
        return text;
    }
}
