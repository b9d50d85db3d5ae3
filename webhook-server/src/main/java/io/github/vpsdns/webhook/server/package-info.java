// SPDX-License-Identifier: Apache-2.0
/**
 * The server as programs see it: {@link io.github.vpsdns.webhook.server.WebhookServer} joins all parts, and is started and closed.
 */
@NullMarked
package io.github.vpsdns.webhook.server;

import org.jspecify.annotations.NullMarked;
