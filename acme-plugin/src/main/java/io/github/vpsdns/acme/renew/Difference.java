// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.store.CertificateFiles;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the certificate in place is another one than is wanted now. Stateless. */
final class Difference {
    private Difference() {}

    static boolean exists(Standing standing, RenewalRequest wanted) {
        CertificateFiles files = standing.files();
        if (files == null) {
            return false;
        }
        X509Certificate certificate = Standing.leaf(files);
        IssueOptions options = wanted.options();
        return !new HashSet<>(CertificateNames.of(certificate)).equals(new HashSet<>(options.names()))
                || differsInKey(files, certificate.getPublicKey(), wanted)
                || isFromElsewhere(standing.origin(), wanted);
    }

    private static boolean differsInKey(CertificateFiles files, PublicKey key, RenewalRequest wanted) {
        Csr csr = wanted.options().csr();
        if (csr != null) {
            return !csr.publicKey().equals(key);
        }
        // A key that is kept is kept, of whatever kind it is.
        return files.key().isEmpty()
                || (!wanted.reuseKey() && !wanted.options().keyType().includes(key));
    }

    private static boolean isFromElsewhere(@Nullable Issuance origin, RenewalRequest wanted) {
        return origin != null
                && !(origin.server().equals(wanted.server().directory())
                        && Objects.equals(origin.profile(), wanted.options().profile()));
    }
}
