// SPDX-License-Identifier: Apache-2.0
/**
 * The pages for people: hosts and their addresses, what went wrong, the past of each host, and what to type into which router.
 *
 * <p>Plain HTML, rendered here from {@link io.github.vpsdns.webhook.report.WebhookStatus}; no scripts, nothing from elsewhere, and a
 * Content-Security-Policy that would stop both. {@link io.github.vpsdns.webhook.page.AdminPages} finds the page for a request.
 */
@NullMarked
package io.github.vpsdns.webhook.page;

import org.jspecify.annotations.NullMarked;
