// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

/** Values in the languages of configuration files. */
public final class Quoting {
    private Quoting() {}

    /**
     * Quotes for a POSIX shell.
     *
     * @param value any text without line feeds
     * @return one word
     */
    public static String shell(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    /**
     * Quotes with double quotes, as curl's configuration, JSON and C do.
     *
     * @param value any text without controls
     * @return the quoted text
     */
    public static String twice(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * Quotes with single quotes and backslashes, as ddclient and libConfuse do, which replace nothing inside.
     *
     * @param value any text without line feeds
     * @return the quoted text
     */
    public static String once(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * Quotes for RouterOS, which replaces {@code $name} and, on a terminal, offers help at a question mark.
     *
     * @param value any ASCII text without controls
     * @return the quoted text
     */
    public static String routerOs(String value) {
        return twice(value).replace("$", "\\$").replace("?", "\\3F");
    }
}
