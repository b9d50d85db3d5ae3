// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.page.session.Session;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.time.Instant;

/**
 * What a page is made from: everything as it was at one moment.
 *
 * @param session who looks
 * @param status how the server stands
 * @param settings what it is to do
 * @param now when
 */
record View(Session session, WebhookStatus status, WebhookSettings settings, Instant now) {
    Page page(String title, String place, Html main) {
        return new Page(200, title, place, session, main);
    }
}
