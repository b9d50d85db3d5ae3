// SPDX-License-Identifier: Apache-2.0
/**
 * Who a request is from when proxies stand in between: {@code X-Forwarded-For} and {@code Forwarded} (RFC 7239), believed as far as
 * trusted proxies wrote them. No sockets and no Jetty.
 */
@NullMarked
package io.github.vpsdns.webhook.http.client;

import org.jspecify.annotations.NullMarked;
