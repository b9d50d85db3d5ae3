// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;

/**
 * Puts a new certificate to use, such as by making a server reload it.
 *
 * <p>It is told at least once of each certificate, after that is in place, and again later if it fails. Implementations are
 * thread-safe; the storage is not locked meanwhile.
 */
@FunctionalInterface
public interface Deployer {
    /**
     * Puts a certificate to use.
     *
     * @param name its name in the storage
     * @param certificate the newest certificate of that name
     * @throws io.github.vpsdns.core.CancelledException if the thread is interrupted, with the flag set again; it is told again at
     *     the next opportunity
     * @throws RuntimeException if it failed; it is told again after a while
     */
    void deploy(LineageName name, CertificateFiles certificate);
}
