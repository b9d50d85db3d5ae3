// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** Reads a signing request and refuses what an ACME order for DNS names cannot carry. */
final class CsrParser {
    private final String source;

    CsrParser(String source) {
        this.source = source;
    }

    Csr parse(byte[] content) {
        PKCS10CertificationRequest request = request(content);
        try {
            PublicKey key = key(request);
            return new Csr(request.getEncoded(), names(request), key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw refusal("is damaged: " + e.getMessage());
        }
    }

    private PKCS10CertificationRequest request(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        try {
            if (!text.contains("-----BEGIN ")) {
                return new PKCS10CertificationRequest(content);
            }
            PEMParser parser = new PEMParser(new StringReader(text));
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                if (block instanceof PKCS10CertificationRequest request) {
                    return request;
                }
            }
        } catch (IOException | RuntimeException e) {
            throw refusal("is neither PEM nor DER");
        }
        throw refusal("is missing: the file has none");
    }

    private PublicKey key(PKCS10CertificationRequest request)
            throws IOException, GeneralSecurityException, OperatorCreationException, PKCSException {
        ASN1ObjectIdentifier kind =
                request.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm();
        boolean ec = kind.equals(X9ObjectIdentifiers.id_ecPublicKey);
        if (!ec && !kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            throw refusal("has a key of kind " + kind + ", which is neither EC nor RSA");
        }
        PublicKey key = KeyFactory.getInstance(ec ? "EC" : "RSA")
                .generatePublic(
                        new X509EncodedKeySpec(request.getSubjectPublicKeyInfo().getEncoded()));
        if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
            throw refusal("is not signed by its own key");
        }
        return key;
    }

    private List<DomainName> names(PKCS10CertificationRequest request) {
        Set<DomainName> names = new LinkedHashSet<>();
        Extensions extensions = request.getRequestedExtensions();
        GeneralNames alternatives =
                extensions == null ? null : GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (alternatives != null) {
            for (GeneralName alternative : alternatives.getNames()) {
                if (alternative.getTagNo() != GeneralName.dNSName) {
                    throw refusal("asks for '" + alternative + "'; only DNS names are possible");
                }
                names.add(name(alternative.getName().toString()));
            }
        }
        // Certificate authorities take the common name for one more name to validate (RFC 8555 section 7.4).
        for (RDN common : request.getSubject().getRDNs(BCStyle.CN)) {
            names.add(name(IETFUtils.valueToString(common.getFirst().getValue())));
        }
        if (names.isEmpty()) {
            throw refusal("asks for no name; expected subject alternative names");
        }
        return List.copyOf(names);
    }

    private DomainName name(String text) {
        try {
            return DomainName.of(text);
        } catch (InvalidValueException e) {
            throw refusal("asks for '" + text + "', which is not a domain name");
        }
    }

    private PemException refusal(String reason) {
        return new PemException("the certificate request in '" + source + "' " + reason, null);
    }
}
