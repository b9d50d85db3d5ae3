// SPDX-License-Identifier: Apache-2.0
/**
 * When a certificate is to be renewed, as values and rules without any input or output.
 *
 * <p>What is {@linkplain io.github.vpsdns.acme.schedule.RenewalMemory remembered} of a lineage outlives processes: the window
 * that its CA suggests (RFC 9773) with the one moment chosen in it, what went wrong and when to try again, and which certificate
 * the deploy hook has seen. From that, the certificate's {@linkplain io.github.vpsdns.acme.schedule.Validity validity} and the
 * time of day follows the {@linkplain io.github.vpsdns.acme.schedule.Plan plan}.
 */
@NullMarked
package io.github.vpsdns.acme.schedule;

import org.jspecify.annotations.NullMarked;
