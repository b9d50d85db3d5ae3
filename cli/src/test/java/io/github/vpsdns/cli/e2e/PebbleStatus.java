// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.peer.PebbleServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What Pebble says of a certificate to those who look inside. */
final class PebbleStatus {
    private PebbleStatus() {}

    /** Returns Pebble's words, such as {@code {"Status":"Revoked","Reason":1,...}}, without white space. */
    static String of(PebbleServer pebble, X509Certificate certificate) {
        String serial = certificate.getSerialNumber().toString(16);
        URI uri = pebble.management().resolve("cert-status-by-serial/" + serial);
        try {
            return HttpClient.newBuilder()
                    .sslContext(trusting(pebble))
                    .build()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body()
                    .replaceAll("\\s", "");
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static SSLContext trusting(PebbleServer pebble) throws IOException, GeneralSecurityException {
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
