// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

import io.github.vpsdns.webhook.page.setup.guide.Part.Field;
import io.github.vpsdns.webhook.page.setup.guide.Part.Hint;
import io.github.vpsdns.webhook.page.setup.guide.Part.Snippet;
import io.github.vpsdns.webhook.page.setup.guide.Part.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set-up text. Immutable and thread-safe.
 *
 * @param parts in the order of doing
 */
public record Guide(List<Part> parts) {
    /** Stands where the password goes: the server knows only its hash. */
    public static final String PASSWORD = "YOUR-PASSWORD";

    /** Copies the list. */
    public Guide {
        parts = List.copyOf(parts);
    }

    /**
     * Begins a text.
     *
     * @param step the first thing to do
     * @return a builder
     */
    public static Builder begin(String step) {
        return new Builder().step(step);
    }

    /**
     * Returns the file of a text that has one.
     *
     * @param name the snippet's name
     * @return its lines
     * @throws IllegalArgumentException if there is no such snippet
     */
    public String snippet(String name) {
        return parts.stream()
                .filter(part ->
                        part instanceof Snippet snippet && snippet.name().equals(name))
                .map(part -> ((Snippet) part).text())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no snippet " + name));
    }

    /** Returns the text without any markup. */
    @Override
    public String toString() {
        return parts.stream().map(Guide::text).collect(Collectors.joining("\n"));
    }

    private static String text(Part part) {
        if (part instanceof Step step) {
            return step.text();
        }
        if (part instanceof Field field) {
            return field.label() + ": " + field.value();
        }
        return part instanceof Snippet snippet ? snippet.name() + "\n" + snippet.text() : ((Hint) part).text();
    }

    /** Collects parts. For one thread. */
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();

        private Builder() {}

        /**
         * Adds something to do.
         *
         * @param text one or two sentences
         * @return this
         */
        public Builder step(String text) {
            parts.add(new Step(text));
            return this;
        }

        /**
         * Adds a field of a form.
         *
         * @param label what the form calls it
         * @param value what to type
         * @return this
         */
        public Builder field(String label, String value) {
            parts.add(new Field(label, value));
            return this;
        }

        /**
         * Adds a file or commands.
         *
         * @param name where it goes
         * @param lines its lines
         * @return this
         */
        public Builder snippet(String name, List<String> lines) {
            parts.add(new Snippet(name, String.join("\n", lines) + "\n"));
            return this;
        }

        /**
         * Adds something to know.
         *
         * @param text one or two sentences
         * @return this
         */
        public Builder hint(String text) {
            parts.add(new Hint(text));
            return this;
        }

        /**
         * Finishes the text.
         *
         * @return the text
         */
        public Guide build() {
            return new Guide(parts);
        }
    }
}
