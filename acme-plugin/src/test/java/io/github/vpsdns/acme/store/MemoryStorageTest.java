// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.store.testing.CertificateStorageContract;

class MemoryStorageTest extends CertificateStorageContract {
    private final CertificateStorage storage = CertificateStorage.inMemory();

    @Override
    protected CertificateStorage storage() {
        return storage;
    }

    @Override
    protected CertificateStorage opened() {
        return storage;
    }
}
