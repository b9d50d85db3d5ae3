// SPDX-License-Identifier: Apache-2.0
/**
 * Certification authority authorization (RFC 8659): which CA may issue for a name, by the records of its zone.
 *
 * <p>{@link io.github.vpsdns.acme.caa.CaaCheck} tells before an order what the CA will read, so that a forbidden name costs no
 * order and the answer names the record:
 *
 * <pre>{@code
 * CaaVerdict verdict = CaaCheck.of(dns).check(name, Set.of("letsencrypt.org"), account, "dns-01");
 * if (verdict instanceof CaaVerdict.Forbidden forbidden) {
 *     System.err.println(forbidden.reason() + "; " + forbidden.remedy());
 * }
 * }</pre>
 *
 * <p>{@link io.github.vpsdns.acme.caa.CaaPin} makes the records that let one account at one CA issue and nobody else (RFC
 * 8657). {@link io.github.vpsdns.acme.caa.IssueValue} is the notation that both use, and persistent proofs as well.
 */
@NullMarked
package io.github.vpsdns.acme.caa;

import org.jspecify.annotations.NullMarked;
