// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ProofAccountTest {
    private static final URI URL = URI.create("https://ca.example/acct/123");
    private static final DomainName NAME = DomainName.of("example.com");

    /** Draft 02 section 10.2. */
    private static final String HASHED =
            "https://ca.example/account-hash/sha-256/5SQm7n6tPh2-PlLbCKGnViTXX5z19SCN4cPGQHSk-kw";

    private final ProofAccount hashed = new ProofAccount.Hashed(
            "https://ca.example/account-hash/", URL, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");

    @Test
    void hashesAsTheDraftsExampleDoes() {
        assertThat(hashed.uri(NAME)).isEqualTo(HASHED);
        assertThat(hashed.isMeantBy(HASHED, NAME)).isTrue();
    }

    @Test
    void takesNoHashForAnotherName() {
        assertThat(hashed.isMeantBy(HASHED, DomainName.of("www.example.com"))).isFalse();
    }

    @Test
    void takesAHashForAnyName() {
        String any = "https://ca.example/account-hash/sha-256/NpDnSwUthQK8zCgFdefYxAdAVPnygMLbs9US6oO-5ug";

        assertThat(hashed.isMeantBy(any, NAME)).isTrue();
    }

    @Test
    void takesNoUrlWhereTheCaWantsAHash() {
        assertThat(hashed.isMeantBy(URL.toString(), NAME)).isFalse();
    }

    @Test
    void comparesUrlsLetterByLetter() {
        ProofAccount plain = new ProofAccount.Plain(URL);

        assertThat(plain.uri(NAME)).isEqualTo("https://ca.example/acct/123");
        assertThat(plain.isMeantBy("https://ca.example/acct/123", NAME)).isTrue();
        assertThat(plain.isMeantBy("https://CA.example/acct/123", NAME)).isFalse();
        assertThat(plain.isMeantBy("https://ca.example/acct/123/", NAME)).isFalse();
    }
}
