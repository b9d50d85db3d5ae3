// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.webhook.page.html.Html;
import io.github.vpsdns.webhook.page.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a page is made of besides its frame.
 *
 * @param status the HTTP status
 * @param title of the window
 * @param place the path of the entry in the navigation that it belongs to, or empty
 * @param session whose it is, or {@code null} before the sign-in
 * @param main its content
 */
record Page(
        int status, String title, String place, @Nullable Session session, Html main) {}
