// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private final Fingerprints fingerprints = new Fingerprints();

    @Test
    void areEqualForEqualCredentials() {
        Fingerprint first = fingerprints.of(new Credentials("router", "secret"));

        assertThat(first)
                .isEqualTo(fingerprints.of(new Credentials("router", "secret")))
                .hasSameHashCodeAs(fingerprints.of(new Credentials("router", "secret")));
    }

    @Test
    void tellWhereTheNameEnds() {
        assertThat(fingerprints.of(new Credentials("router", "secret")))
                .isNotEqualTo(fingerprints.of(new Credentials("routers", "ecret")));
    }

    @Test
    void areOthersInAnotherProcess() {
        assertThat(fingerprints.of(new Credentials("router", "secret")))
                .isNotEqualTo(new Fingerprints().of(new Credentials("router", "secret")));
    }
}
