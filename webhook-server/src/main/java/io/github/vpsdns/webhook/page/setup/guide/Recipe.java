// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

/** Writes the text for one kind of router or program. Thread-safe. */
@FunctionalInterface
public interface Recipe {
    /**
     * Writes the text.
     *
     * @param target for which host
     * @return what to type
     */
    Guide guide(Target target);
}
