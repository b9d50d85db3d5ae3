// SPDX-License-Identifier: Apache-2.0
/**
 * The way in: HTTP/1.0 and HTTP/1.1 (RFC 9112), plain and over TLS, by Jetty's core without servlets.
 *
 * <p>{@link io.github.vpsdns.webhook.http.HttpServer} turns bytes into a {@link io.github.vpsdns.webhook.exchange.Call} and a {@link
 * io.github.vpsdns.webhook.exchange.Reply} into bytes; {@link io.github.vpsdns.webhook.http.Routes} shares calls out by their path.
 * What clients may cost is bounded here, before any protocol sees them: connections, sizes, times. Who a client is behind trusted
 * proxies is found out here as well. HTTP/2 is not spoken: those who call send one small request a day.
 *
 * <p>Only this package knows Jetty.
 */
@NullMarked
package io.github.vpsdns.webhook.http;

import org.jspecify.annotations.NullMarked;
