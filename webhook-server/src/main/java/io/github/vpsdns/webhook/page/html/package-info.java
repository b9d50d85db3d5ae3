// SPDX-License-Identifier: Apache-2.0
/**
 * HTML that cannot be broken by what it shows: {@link io.github.vpsdns.webhook.page.html.Html} escapes every text and every attribute's
 * value, and knows neither scripts nor inline styles, so that a strict Content-Security-Policy fits every page.
 */
@NullMarked
package io.github.vpsdns.webhook.page.html;

import org.jspecify.annotations.NullMarked;
