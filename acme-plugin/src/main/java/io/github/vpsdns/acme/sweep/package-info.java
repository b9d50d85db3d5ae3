// SPDX-License-Identifier: Apache-2.0
/**
 * Challenge values that somebody left behind, found by their shape and age: {@link io.github.vpsdns.acme.sweep.ChallengeSweep}
 * lists what stands at challenge names of the account's zones and removes what is old.
 *
 * <p>What this program itself left is known to its {@linkplain io.github.vpsdns.acme.journal.Journal journal} and removed by
 * {@link io.github.vpsdns.acme.dns01.Dns01Solver#sweepLeftovers}, whatever its age. Of the values of others nothing is known but
 * what they look like, so all three must agree: a challenge name, 43 characters of base64url (the SHA-256 of a key authorization,
 * RFC 8555 section 8.4), and an age that no validation reaches.
 *
 * <pre>{@code
 * ChallengeSweep sweep = new ChallengeSweep(client, editor, Timekeeper.system());
 * SweepFindings found = sweep.find(SweepScope.olderThan(Duration.ofHours(1)));
 * SweepReport report = sweep.remove(found.stale());
 * }</pre>
 */
@NullMarked
package io.github.vpsdns.acme.sweep;

import org.jspecify.annotations.NullMarked;
