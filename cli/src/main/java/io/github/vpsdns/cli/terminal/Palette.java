// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

/** The few colours there are, or none. */
public enum Palette {
    /** Text as it is. */
    PLAIN(false),
    /** ANSI escapes (ECMA-48 SGR). */
    COLOURED(true);

    private final boolean on;

    Palette(boolean on) {
        this.on = on;
    }

    /**
     * Chooses for one stream.
     *
     * @param host for {@code NO_COLOR} (no-color.org: any value but the empty one) and {@code TERM=dumb}
     * @param isTerminal whether the stream ends in a terminal
     * @param wanted {@code false} if the user said {@code --no-color}
     * @return colours, unless something speaks against them
     */
    public static Palette of(Host host, boolean isTerminal, boolean wanted) {
        boolean dumb = host.variable("TERM").filter("dumb"::equals).isPresent();
        return wanted && isTerminal && !dumb && host.variable("NO_COLOR").isEmpty() ? COLOURED : PLAIN;
    }

    /**
     * Makes a heading stand out.
     *
     * @param text the heading
     * @return the text, bold
     */
    public String heading(String text) {
        return paint("1", text);
    }

    /**
     * Marks what went wrong.
     *
     * @param text the text
     * @return the text, red
     */
    public String bad(String text) {
        return paint("31", text);
    }

    /**
     * Marks what should be looked at.
     *
     * @param text the text
     * @return the text, yellow
     */
    public String caution(String text) {
        return paint("33", text);
    }

    /**
     * Marks what is done.
     *
     * @param text the text
     * @return the text, green
     */
    public String good(String text) {
        return paint("32", text);
    }

    /**
     * Tells whether escapes are written.
     *
     * @return whether this is the coloured one
     */
    public boolean isOn() {
        return on;
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
