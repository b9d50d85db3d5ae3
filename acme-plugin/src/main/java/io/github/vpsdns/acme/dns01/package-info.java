// SPDX-License-Identifier: Apache-2.0
/**
 * DNS-01 for anyone's acme4j code: {@link io.github.vpsdns.acme.dns01.Dns01Solver} puts the TXT values that a CA wants to see
 * (RFC 8555 section 8.4) into zones at VPS.org, waits until every authoritative server shows them, and takes away exactly
 * these values again, whatever happened in between.
 *
 * <p>A solver is built once and used for any number of orders:
 *
 * <pre>{@code
 * Dns01Solver solver = Dns01Solver.builder(editor, dns).journal(journal).build();
 * try (Presentation presentation = solver.present(order.getAuthorizations())) {
 *     presentation.awaitEverywhere();
 *     for (Challenge challenge : presentation.challenges()) {
 *         challenge.trigger();
 *     }
 *     // poll the authorizations until all are final
 * }
 * }</pre>
 *
 * <p>Three ideas carry the package. A <em>value</em> is owned, never a name: other values at the name are left alone. A value
 * is in the {@linkplain io.github.vpsdns.acme.journal.Journal journal} before it is at the API, so that a killed process leaves
 * nothing that the next one cannot find. And cleaning up has its own thread and time limit, because the usual reason for it is
 * that the caller's time is over.
 */
@NullMarked
package io.github.vpsdns.acme.dns01;

import org.jspecify.annotations.NullMarked;
