// SPDX-License-Identifier: Apache-2.0
/**
 * How the threads of the updater meet: what may block is done by {@link io.github.vpsdns.webhook.update.work.Workers} and comes back
 * through the {@link io.github.vpsdns.webhook.update.work.Mailbox} to the one thread that owns what is known; calls of the API pass
 * {@link io.github.vpsdns.webhook.update.work.ApiCalls}. The updater's own: programs have no use for it.
 */
@NullMarked
package io.github.vpsdns.webhook.update.work;

import org.jspecify.annotations.NullMarked;
