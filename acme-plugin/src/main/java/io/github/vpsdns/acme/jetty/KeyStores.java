// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.jetty;

import io.github.vpsdns.acme.tls.TlsIdentity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;

/** Key stores that are never written anywhere. */
final class KeyStores {
    private KeyStores() {}

    static KeyStore empty() {
        return of(Map.of(), "");
    }

    static KeyStore of(Map<String, TlsIdentity> identities, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Map.Entry<String, TlsIdentity> entry : identities.entrySet()) {
                TlsIdentity identity = entry.getValue();
                store.setKeyEntry(
                        entry.getKey(),
                        identity.key(),
                        password.toCharArray(),
                        identity.chain().toArray(Certificate[]::new));
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot put the certificate into a key store: " + e.getMessage(), e);
        }
    }
}
