// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads what was issued, by the JDK alone. */
public final class Certificates {
    private Certificates() {}

    public static X509Certificate read(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new AssertionError(pem + " holds no certificate", e);
        }
    }

    public static List<String> names(X509Certificate certificate) {
        try {
            return certificate.getSubjectAlternativeNames().stream()
                    .map(name -> (String) name.get(1))
                    .sorted()
                    .toList();
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
