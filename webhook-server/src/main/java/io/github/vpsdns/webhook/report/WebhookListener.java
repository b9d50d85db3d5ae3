// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.report;

/** Is told what happens, from any thread and more than one at once. Returns soon and throws nothing. */
@FunctionalInterface
public interface WebhookListener {
    /**
     * Something happened.
     *
     * @param event what
     */
    void onEvent(WebhookEvent event);
}
