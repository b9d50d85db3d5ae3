// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.connection;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.connector.Connection;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.AbstractAcmeProvider;

/** How acme4j talks to a CA: with our connection, the JVM's proxies, and the given trust. Immutable and thread-safe. */
public final class CaProvider extends AbstractAcmeProvider {
    private final @Nullable Path trusted;
    private final Timekeeper time;

    /**
     * Creates a provider.
     *
     * @param trusted a PEM file with the only certificates to trust, or {@code null} for those of the Java platform
     * @param time the clock, by which the times are that the CA says to wait until
     */
    public CaProvider(@Nullable Path trusted, Timekeeper time) {
        this.trusted = trusted;
        this.time = time;
    }

    @Override
    public boolean accepts(URI serverUri) {
        return true;
    }

    @Override
    public URL resolve(URI serverUri) {
        try {
            return serverUri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL: " + serverUri, e);
        }
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.getTimeout())
                .proxy(ProxySelector.getDefault());
        if (trusted != null) {
            builder.sslContext(trusting(trusted));
        }
        return builder.build();
    }

    @Override
    public Connection connect(URI serverUri, NetworkSettings settings, HttpClient client) {
        return new CaConnection(new HttpConnector(settings, client), time);
    }

    private static SSLContext trusting(Path file) {
        List<X509Certificate> certificates = Pem.readCertificates(file);
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("ca-" + i, certificates.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot trust the certificates of '" + file + "'", e);
        }
    }
}
