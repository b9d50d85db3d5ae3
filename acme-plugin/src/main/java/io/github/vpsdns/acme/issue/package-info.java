// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates from any CA that speaks ACME (RFC 8555), by DNS-01.
 *
 * <p>{@link io.github.vpsdns.acme.issue.CertificateIssuer} gets one certificate: an account that is kept, an order, its
 * challenges answered by a {@link io.github.vpsdns.acme.dns01.Dns01Solver}, the certificate checked. {@link
 * io.github.vpsdns.acme.issue.IssueService} does that for one lineage of the state directory: under its lock, after leftovers
 * of earlier runs are swept, with files swapped in and the deploy hook run at the end.
 *
 * <p>What goes wrong is an {@link io.github.vpsdns.acme.ca.CaException} that carries what the CA said, for each name.
 */
@NullMarked
package io.github.vpsdns.acme.issue;

import org.jspecify.annotations.NullMarked;
