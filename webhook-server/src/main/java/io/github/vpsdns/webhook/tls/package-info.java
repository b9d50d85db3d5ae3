// SPDX-License-Identifier: Apache-2.0
/**
 * The server's own certificate: from files that somebody else renews, or got and renewed here. Either shows the newest through one
 * {@code SSLContext}, so that no connection ends when it changes.
 */
@NullMarked
package io.github.vpsdns.webhook.tls;

import org.jspecify.annotations.NullMarked;
