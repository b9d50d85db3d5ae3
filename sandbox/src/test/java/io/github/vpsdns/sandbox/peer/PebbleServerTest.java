// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class PebbleServerTest {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 53);

    @Test
    @NeedsPrograms("pebble-2.10")
    void newerOneAnnouncesRenewalInformationAndTheProfilesAskedFor() throws Exception {
        PebbleOptions options = PebbleOptions.DEFAULT
                .withProgram("pebble-2.10")
                .withProfile("default", Duration.ofDays(90))
                .withProfile("six-days", Duration.ofHours(160));
        try (PebbleServer pebble = PebbleServer.start(NOWHERE, options)) {
            assertThat(get(pebble, pebble.directory())).contains("renewalInfo", "six-days");
        }
    }

    @Test
    @NeedsPrograms("pebble")
    void saysThatAccountsMustBeBoundWhereItHasCustomers() throws Exception {
        PebbleOptions options =
                PebbleOptions.DEFAULT.withExternalAccount("customer-1", "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMw");
        try (PebbleServer pebble = PebbleServer.start(NOWHERE, options)) {
            assertThat(get(pebble, pebble.directory())).contains("\"externalAccountRequired\": true");
        }
    }

    @Test
    @NeedsPrograms("pebble")
    void showsItsRootAtTheManagementInterface() throws Exception {
        try (PebbleServer pebble = PebbleServer.start(NOWHERE)) {
            assertThat(get(pebble, pebble.management().resolve("roots/0"))).contains("BEGIN CERTIFICATE");
        }
    }

    private static String get(PebbleServer pebble, URI uri) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusting(pebble))
                .build()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private static SSLContext trusting(PebbleServer pebble) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null);
        try (InputStream in = Files.newInputStream(pebble.serverCa())) {
            store.setCertificateEntry(
                    "pebble", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
