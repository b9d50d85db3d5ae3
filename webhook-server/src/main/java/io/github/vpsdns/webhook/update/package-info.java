// SPDX-License-Identifier: Apache-2.0
/**
 * From what a client wants to what the API has accepted: one write in flight for a name, the newest wish wins, and none is lost.
 *
 * <p>{@link io.github.vpsdns.webhook.update.Updates} is what the protocols see, {@link io.github.vpsdns.webhook.update.Updater} what
 * makes it true. An order is taken apart into one question for each host and family, and each of these sets of records has a lane:
 *
 * <pre>
 * order ─► known to be so ─────────────────────────────────────────────► answered at once
 *   │
 *   ▼
 * noted in the store ─► claimed ─► (zone listed) ─► written ─► answered ─► the store is told
 *                                       ▲              │
 *                                       └── in doubt ──┘
 * </pre>
 *
 * <p>One thread owns the lanes and steps round them ({@code UpdateLoop}); what blocks is done by workers who answer through a mailbox.
 * So there are no locks, and tests can let everything happen in their own thread, in any order, at a time of their own. What others look
 * at meanwhile is on a board.
 */
@NullMarked
package io.github.vpsdns.webhook.update;

import org.jspecify.annotations.NullMarked;
