// SPDX-License-Identifier: Apache-2.0
/**
 * The agent's configuration file, as docs/dynamic-addresses.md describes it. {@link
 * io.github.vpsdns.cli.ddns.config.DdnsConfiguration} is what it says, free of mistakes; one reader for each of its parts. What may
 * stand on the command line or in the environment as well is kept apart here and joined by the commands.
 */
@NullMarked
package io.github.vpsdns.cli.ddns.config;

import org.jspecify.annotations.NullMarked;
