// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates from any CA that speaks ACME (RFC 8555), by DNS-01.
 *
 * <p>{@link io.github.vpsdns.acme.issue.CertificateIssuer} gets one certificate: an account that is kept, an order, its
 * challenges answered by a {@link io.github.vpsdns.acme.dns01.Dns01Solver}, the certificate checked.
 *
 * <p>What goes wrong is an {@link io.github.vpsdns.acme.ca.CaException} that carries what the CA said, for each name.
 */
@NullMarked
package io.github.vpsdns.acme.issue;

import org.jspecify.annotations.NullMarked;
