// SPDX-License-Identifier: Apache-2.0
/**
 * The agent: a loop that reads addresses, decides what the records should be, and makes them so. What it does is told as {@link
 * io.github.vpsdns.ddns.agent.AgentEvent}s, how it stands as an {@link io.github.vpsdns.ddns.agent.AgentStatus}.
 */
@NullMarked
package io.github.vpsdns.ddns.agent;

import org.jspecify.annotations.NullMarked;
