// SPDX-License-Identifier: Apache-2.0
/**
 * The commands of the agent, {@code vpsdns ddns run|once|addresses}: they join the configuration file with the line and the
 * environment, make the agent's parts, and print.
 */
@NullMarked
package io.github.vpsdns.cli.ddns;

import org.jspecify.annotations.NullMarked;
