// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** A key and its chain as PKCS#12 (RFC 7292), by the JDK's own key store. */
final class Keystore {
    private Keystore() {}

    static byte[] write(LineageName alias, List<X509Certificate> chain, PrivateKey key, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias.value(), key, password, chain.toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new StoreException("cannot make the PKCS#12 file for " + alias + ": " + e.getMessage(), e);
        }
    }
}
