// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.pki;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A PKCS#10 request whose signature and key were found good.
 *
 * @param key to be certified
 * @param names from the subject alternative names and the common name, lower case
 */
public record SigningRequest(PublicKey key, Set<String> names) {

    /**
     * Reads a request.
     *
     * @throws ProblemException {@code badCSR} if it cannot be read or does not verify, {@code badPublicKey} if the key is
     *     not one that certificates may have
     */
    public static SigningRequest read(byte[] der) {
        try {
            JcaPKCS10CertificationRequest csr = new JcaPKCS10CertificationRequest(der);
            PublicKey key = csr.getPublicKey();
            KeyPolicy.require(key);
            if (!csr.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw ProblemException.of(ProblemType.BAD_CSR, "the CSR's signature does not verify");
            }
            return new SigningRequest(key, names(csr));
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.BAD_CSR, "the CSR cannot be read: " + e.getMessage());
        }
    }

    private static Set<String> names(JcaPKCS10CertificationRequest csr) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(csr.getSubject().getRDNs(BCStyle.CN))
                .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
                .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        GeneralNames alternatives =
                GeneralNames.fromExtensions(csr.getRequestedExtensions(), Extension.subjectAlternativeName);
        if (alternatives != null) {
            for (GeneralName name : alternatives.getNames()) {
                if (name.getTagNo() != GeneralName.dNSName) {
                    throw ProblemException.of(
                            ProblemType.BAD_CSR, "the CSR has a subject alternative name that is not a DNS name");
                }
                names.add(name.getName().toString().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
