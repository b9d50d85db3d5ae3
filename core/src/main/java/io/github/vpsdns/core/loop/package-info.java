// SPDX-License-Identifier: Apache-2.0
/**
 * One thread that owns all that is known, and others that do for it what may block: how the agent and the server work.
 *
 * <p>{@link io.github.vpsdns.core.loop.Workers} do the work, and what came of it comes back to the loop through the {@link
 * io.github.vpsdns.core.loop.Mailbox}, as a letter that the loop's thread runs. So what is known needs no locks, and a test can let
 * one thread play all parts. {@link io.github.vpsdns.core.loop.ApiCalls} makes the loop's calls of the API, no more at once than may
 * be and none while they would be in vain ({@link io.github.vpsdns.core.pace.Gate}); {@link io.github.vpsdns.core.loop.ClockWatch}
 * notices that the machine slept or its clock was set.
 */
@NullMarked
package io.github.vpsdns.core.loop;

import org.jspecify.annotations.NullMarked;
