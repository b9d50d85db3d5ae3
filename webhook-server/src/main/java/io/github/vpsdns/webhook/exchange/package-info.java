// SPDX-License-Identifier: Apache-2.0
/**
 * An HTTP request and its reply as the protocols see them, without any server: {@link io.github.vpsdns.webhook.exchange.Call} goes in,
 * {@link io.github.vpsdns.webhook.exchange.Reply} comes out.
 */
@NullMarked
package io.github.vpsdns.webhook.exchange;

import org.jspecify.annotations.NullMarked;
