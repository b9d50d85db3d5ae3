// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

/** A piece of a set-up text. Immutable and thread-safe. */
public sealed interface Part {
    /**
     * Something to do.
     *
     * @param text one or two sentences
     */
    record Step(String text) implements Part {}

    /**
     * A field of a form.
     *
     * @param label what the form calls it
     * @param value exactly what to type
     */
    record Field(String label, String value) implements Part {}

    /**
     * A file, or commands.
     *
     * @param name where it goes, such as {@code /etc/ddclient.conf}
     * @param text its lines, each with a line feed
     */
    record Snippet(String name, String text) implements Part {}

    /**
     * Something to know.
     *
     * @param text one or two sentences
     */
    record Hint(String text) implements Part {}
}
