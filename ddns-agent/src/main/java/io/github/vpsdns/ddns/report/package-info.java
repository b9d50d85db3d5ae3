// SPDX-License-Identifier: Apache-2.0
/**
 * What an agent tells: {@link io.github.vpsdns.ddns.report.AgentEvent}s while it works, an {@link
 * io.github.vpsdns.ddns.report.AgentStatus} whenever it is asked, and a {@link io.github.vpsdns.ddns.report.PassReport} at the end of
 * a single pass. Values all; how they come about is not known here.
 */
@NullMarked
package io.github.vpsdns.ddns.report;

import org.jspecify.annotations.NullMarked;
