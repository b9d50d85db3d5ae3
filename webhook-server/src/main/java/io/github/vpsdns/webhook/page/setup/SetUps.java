// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Target;

/** What to type. Thread-safe. */
public final class SetUps {
    private SetUps() {}

    /**
     * Writes the text for a client. The password is not known: {@link Guide#PASSWORD} stands in its place.
     *
     * @param client what is set up
     * @param target for which host
     * @return exactly what to type, in order
     */
    public static Guide guide(Client client, Target target) {
        return client.recipe().guide(target);
    }
}
