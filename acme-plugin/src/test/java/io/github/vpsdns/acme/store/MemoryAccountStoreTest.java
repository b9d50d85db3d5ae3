// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.testing.TestCertificates;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryAccountStoreTest {
    private static final URI CA = URI.create("https://ca.example/directory");

    private final AccountStore store = AccountStore.inMemory();
    private final StoredAccount account = new StoredAccount(
            URI.create("https://ca.example/acct/1"), List.of(), Instant.EPOCH, TestCertificates.newKey());

    @Test
    void returnsWhatWasSavedForThatAuthority() {
        store.save(CA, account);

        assertThat(store.load(CA)).containsSame(account);
        assertThat(store.load(URI.create("https://other.example/"))).isEmpty();
    }

    @Test
    void accountsDoNotPrintTheirKey() {
        assertThat(account)
                .hasToString(
                        "StoredAccount[url=https://ca.example/acct/1, contacts=[], created=1970-01-01T00:00:00Z, key=***]");
    }
}
