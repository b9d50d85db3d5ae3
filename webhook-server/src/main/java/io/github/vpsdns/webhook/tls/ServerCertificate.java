// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.tls;

import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that stays valid while the server runs. Implementations are thread-safe.
 *
 * <p>Started once, before or after the server that shows it: until there is a certificate, TLS handshakes fail cleanly.
 */
public interface ServerCertificate extends AutoCloseable {
    /**
     * Begins to keep the certificate.
     *
     * @throws io.github.vpsdns.core.VpsDnsException if it cannot be used as things are, and waiting would not help
     */
    void start();

    /**
     * Returns what shows the newest certificate.
     *
     * @return the same context each time
     */
    SSLContext sslContext();

    /**
     * Tells when the certificate in use ends.
     *
     * @return when, or {@code null} if there is none yet
     */
    @Nullable
    Instant ends();

    /**
     * Tells what is wrong: why there is no certificate, or no newer one.
     *
     * @return one sentence, or {@code null} if all is well
     */
    @Nullable
    String problem();

    /** Stops looking for newer ones; a second time does nothing. */
    @Override
    void close();
}
