// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates inside a running program: got, shown and renewed without anybody's doing.
 *
 * <pre>{@code
 * try (CertificateKeeper keeper = CertificateKeeper.builder(ApiToken.of(secret))
 *         .certificate("www.example.com", "example.com")
 *         .email("admin@example.com")
 *         .agreeToTerms()
 *         .directory(Path.of("/var/lib/myserver/acme"))
 *         .start()) {
 *     SSLContext tls = keeper.sslContext(); // shows the newest certificate, for ever
 *     ...
 * }
 * }</pre>
 *
 * <p>{@link io.github.vpsdns.acme.keep.CertificateKeeper} joins the renewal of {@code acme.renew} to the key manager of {@code
 * acme.tls}. For Jetty see {@code acme.jetty}.
 */
@NullMarked
package io.github.vpsdns.acme.keep;

import org.jspecify.annotations.NullMarked;
