// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.store.testing.CertificateStorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest extends CertificateStorageContract {
    @TempDir
    private Path directory;

    @Override
    protected CertificateStorage storage() {
        return opened();
    }

    @Override
    protected CertificateStorage opened() {
        return new StateDirectory(directory.resolve("state")).storage();
    }
}
