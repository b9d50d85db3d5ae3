// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.html;

import java.util.Locale;
import java.util.Set;

/**
 * An element of HTML, or several in a row. Texts and values are escaped where they are put in; nothing takes ready markup.
 *
 * <p>Mutable, for one thread.
 */
public final class Html {
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "wbr");

    private final String tag;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Html(String tag) {
        this.tag = tag;
    }

    /**
     * Begins an element.
     *
     * @param tag its name, such as {@code p}
     * @return an element without attributes and content
     * @throws IllegalArgumentException for {@code script} and {@code style}
     */
    public static Html of(String tag) {
        if (tag.equals("script") || tag.equals("style")) {
            throw new IllegalArgumentException("no " + tag + " in these pages");
        }
        return new Html(tag);
    }

    /**
     * Begins a row of elements.
     *
     * @return none yet
     */
    public static Html several() {
        return new Html("");
    }

    /**
     * Adds an attribute.
     *
     * @param name its name
     * @param value its value, as it shall arrive
     * @return this
     * @throws IllegalArgumentException for inline styles and event handlers
     */
    public Html with(String name, String value) {
        attribute(name);
        attributes.append("=\"").append(escaped(value)).append('"');
        return this;
    }

    /**
     * Adds an attribute without value.
     *
     * @param name such as {@code required}
     * @return this
     */
    public Html with(String name) {
        attribute(name);
        return this;
    }

    private void attribute(String name) {
        if (name.equals("style") || name.toLowerCase(Locale.ROOT).startsWith("on")) {
            throw new IllegalArgumentException("no " + name + " in these pages");
        }
        attributes.append(' ').append(name);
    }

    /**
     * Adds text.
     *
     * @param text the text, as it shall be read
     * @return this
     */
    public Html says(String text) {
        content.append(escaped(text));
        return this;
    }

    /**
     * Adds elements, as they are now.
     *
     * @param children the elements
     * @return this
     */
    public Html has(Html... children) {
        for (Html child : children) {
            content.append(child);
        }
        return this;
    }

    /**
     * Adds elements, as they are now.
     *
     * @param children the elements
     * @return this
     */
    public Html has(Iterable<Html> children) {
        for (Html child : children) {
            content.append(child);
        }
        return this;
    }

    /** Controls have no place in HTML, and marks that turn the direction of writing would garble what stands beside them. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.appendCodePoint(c);
                default -> safe.appendCodePoint(isUnfit(c) ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }

    private static boolean isUnfit(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Returns the markup. */
    @Override
    public String toString() {
        if (tag.isEmpty()) {
            return content.toString();
        }
        String begin = "<" + tag + attributes + ">";
        return VOID.contains(tag) ? begin : begin + content + "</" + tag + ">";
    }
}
