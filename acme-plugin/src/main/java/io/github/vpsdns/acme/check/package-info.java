// SPDX-License-Identifier: Apache-2.0
/**
 * A preflight for certificates: {@link io.github.vpsdns.acme.check.Preflight} goes the way of a certificate up to the CA's door,
 * and spends none of the CA's quota. It looks at the token and what it may do, at the zones and whether public DNS leads to the
 * servers that serve them, at where challenge names lead and what stands there, and, where asked, it writes a value, waits for
 * all authoritative servers to show it, and removes it again.
 *
 * <p>What it finds comes as {@link io.github.vpsdns.acme.check.Finding}s, one sentence each, as they are found. The measure of
 * all severities is the certificate: a problem would keep it from being issued, a warning would not.
 *
 * <pre>{@code
 * CheckReport report = Preflight.builder(client, editor, dns)
 *         .roundTrips(solver, apiTimes)
 *         .build()
 *         .run(List.of(DomainName.of("example.com")), finding -> System.out.println(finding.message()));
 * }</pre>
 */
@NullMarked
package io.github.vpsdns.acme.check;

import org.jspecify.annotations.NullMarked;
