// SPDX-License-Identifier: Apache-2.0
/**
 * The server's configuration file, as docs/webhook.md describes it. {@link io.github.vpsdns.cli.webhook.config.WebhookConfiguration} is
 * what it says, free of mistakes; one reader for each of its parts. What may stand on the command line or in the environment as well
 * is kept apart here and joined by the command.
 */
@NullMarked
package io.github.vpsdns.cli.webhook.config;

import org.jspecify.annotations.NullMarked;
