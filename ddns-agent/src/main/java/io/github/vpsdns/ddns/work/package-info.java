// SPDX-License-Identifier: Apache-2.0
/**
 * How the threads of an agent meet: what may block is done by {@link io.github.vpsdns.ddns.work.Workers}, comes back through the
 * {@link io.github.vpsdns.ddns.work.Mailbox} to the one thread that owns what is known, and what it does is told by the {@link
 * io.github.vpsdns.ddns.work.Teller}. The agent's own: programs have no use for it.
 */
@NullMarked
package io.github.vpsdns.ddns.work;

import org.jspecify.annotations.NullMarked;
