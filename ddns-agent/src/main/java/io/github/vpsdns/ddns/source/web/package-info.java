// SPDX-License-Identifier: Apache-2.0
/**
 * Web pages that say from where they were asked: {@link io.github.vpsdns.ddns.source.web.WebSource}.
 *
 * <p>Such a page is believed only in three forms: an address alone; the lines of Cloudflare's {@code /cdn-cgi/trace}, one of which is
 * {@code ip=}; and a JSON object with a member {@code ip}. No address is ever looked for in other text: pages of errors, of proxies
 * and of captive portals have addresses in them as well.
 *
 * <p>The only package of this module that knows the HTTP library.
 */
@NullMarked
package io.github.vpsdns.ddns.source.web;

import org.jspecify.annotations.NullMarked;
