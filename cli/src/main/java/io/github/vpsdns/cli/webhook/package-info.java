// SPDX-License-Identifier: Apache-2.0
/**
 * The commands of the server, {@code vpsdns webhook run|hash-password}: they join the configuration file with the line and the
 * environment, make the server's parts, and print. What they do is in classes of its own, so that no other line loads the server.
 */
@NullMarked
package io.github.vpsdns.cli.webhook;

import org.jspecify.annotations.NullMarked;
