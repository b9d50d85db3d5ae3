// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.internal.CertificateId;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Validity;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a lineage, in agreement with itself: what is remembered is about the certificate in place.
 *
 * @param name the lineage
 * @param files the certificate in place, or {@code null}
 * @param memory what is remembered, settled, without the window of another certificate
 */
record Standing(LineageName name, @Nullable CertificateFiles files, RenewalMemory memory) {
    static Standing of(LineageName name, @Nullable CertificateFiles files, RenewalMemory memory) {
        String serial = files == null ? null : Issuance.serial(leaf(files));
        RenewalMemory settled = memory.settled(serial);
        boolean itsOwn = settled.window() != null
                && files != null
                && settled.window().certificateId().equals(id(leaf(files)).orElse(null));
        return new Standing(name, files, itsOwn ? settled : settled.withoutWindow());
    }

    @Nullable
    X509Certificate certificate() {
        return files == null ? null : leaf(files);
    }

    @Nullable
    Validity validity() {
        return files == null ? null : Validity.of(leaf(files));
    }

    @Nullable
    String serial() {
        return files == null ? null : Issuance.serial(leaf(files));
    }

    /** Returns where the certificate in place came from, if that is known. */
    @Nullable
    Issuance origin() {
        String serial = serial();
        return serial == null ? null : memory.issuanceOf(serial);
    }

    boolean owesDeploy() {
        String serial = serial();
        return serial != null && memory.owesDeploy(serial);
    }

    /** Returns what the CA calls the certificate; one that does not name its issuer's key has no such name. */
    Optional<String> certificateId() {
        return files == null ? Optional.empty() : id(leaf(files));
    }

    private static Optional<String> id(X509Certificate certificate) {
        try {
            return Optional.of(CertificateId.of(certificate));
        } catch (CaException e) {
            return Optional.empty();
        }
    }

    static X509Certificate leaf(CertificateFiles files) {
        return files.chain().get(0);
    }
}
