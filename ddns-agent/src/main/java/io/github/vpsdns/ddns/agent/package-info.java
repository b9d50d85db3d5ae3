// SPDX-License-Identifier: Apache-2.0
/**
 * The agent: a loop that reads addresses, decides what the records should be, and makes them so. A program sees three things of it:
 * {@link io.github.vpsdns.ddns.agent.Agent}, which goes on until it is closed, {@link io.github.vpsdns.ddns.agent.OnePass}, which
 * does the same once, and the {@link io.github.vpsdns.core.pace.ApiAccess} that both work with. What they tell is in {@code
 * ddns.report}.
 */
@NullMarked
package io.github.vpsdns.ddns.agent;

import org.jspecify.annotations.NullMarked;
