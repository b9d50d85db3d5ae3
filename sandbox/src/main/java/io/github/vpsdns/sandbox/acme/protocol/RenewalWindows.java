// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.RenewalWindow;
import io.github.vpsdns.sandbox.acme.model.Store;

/** Moves renewal windows, as a CA does that must replace certificates before their time. Thread-safe. */
public final class RenewalWindows {
    private final Store store;

    /** For the certificates in the store. */
    public RenewalWindows(Store store) {
        this.store = store;
    }

    /**
     * Sets the window of a certificate.
     *
     * @throws ProblemException if there is no certificate with that certID
     */
    public void move(String certId, RenewalWindow window) {
        store.locked(() -> store.put(store.certificate(each -> each.certId().equals(certId))
                .orElseThrow(() -> ProblemException.notFound("there is no certificate with certID " + certId))
                .withWindow(window)));
    }
}
