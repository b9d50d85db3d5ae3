// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.testing.CertificateStorageContract;

class TableStorageTest extends CertificateStorageContract {
    private final TableStorage.Tables tables = new TableStorage.Tables();

    @Override
    protected CertificateStorage storage() {
        return opened();
    }

    @Override
    protected CertificateStorage opened() {
        return new TableStorage(tables);
    }
}
