// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.testing.ManualTime;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class SecureConnectionTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void aCertificateThatNobodyVouchesForEndsTheCallAtOnceAndNothingWasSent() {
        HeldCertificate unknown = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(unknown)
                .build()
                .sslSocketFactory());
        ManualTime time = new ManualTime();

        try (VpsDnsClient client = ApiFixture.client(server, time)) {
            TransportException e =
                    catchThrowableOfType(TransportException.class, () -> client.createRecord(ZONE, CHALLENGE));

            assertThat(e).hasMessageContaining("no secure connection to");
            assertThat(e.maybeApplied()).isFalse();
            assertThat(time.sleeps()).isEmpty();
        }
    }
}
