// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.core.file.SmallFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;

/** Private keys in files that nobody but the owner may use. */
final class SecretFiles {
    private SecretFiles() {}

    static KeyPair readKey(Path file) {
        try {
            String mode = SmallFiles.sharedMode(file);
            if (!mode.isEmpty()) {
                throw new StoreException(
                        "the private key '" + file + "' is open to others than its owner (" + mode
                                + "); close it with: chmod 600 '" + file + "', and replace it if they may have read it",
                        null);
            }
        } catch (IOException e) {
            throw StoreException.reading(file, e);
        }
        return Pem.readKeyPair(file);
    }
}
