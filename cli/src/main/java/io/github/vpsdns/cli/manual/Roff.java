// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.List;

/**
 * Writes a manual page in the macros of man(7), of those only which groff and mandoc both understand. Texts are inline roff, as
 * {@link #text}, {@link #bold} and {@link #italic} make it of plain text. Not thread-safe.
 */
final class Roff {
    private final StringBuilder page = new StringBuilder();
    private boolean belowHeading;

    /** Begins a page. */
    Roff(String name, int section, String date, String source) {
        page.append(".\\\" Made by the build; changes are lost.\n");
        page.append(".TH \"%s\" \"%d\" \"%s\" \"%s\" \"vpsdns\"\n".formatted(name, section, date, source));
        // Words such as names of options are not torn apart, and lines not blown up.
        page.append(".nh\n.ad l\n");
    }

    Roff section(String title) {
        return heading(".SH", title);
    }

    Roff subsection(String title) {
        return heading(".SS", title);
    }

    Roff paragraph(String inline) {
        return space().inline(inline);
    }

    Roff tagged(String tag, String inline) {
        return line(".TP").inline(tag).inline(inline);
    }

    Roff bullet(String inline) {
        return line(".IP \\(bu 2").inline(inline);
    }

    Roff verbatim(List<String> lines) {
        space().line(".RS 4").line(".nf");
        lines.forEach(each -> line(guarded(text(each))));
        return line(".fi").line(".RE");
    }

    String page() {
        return page.toString();
    }

    /** Plain text as inline roff. */
    static String text(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(each -> escaped.append(escaped(each)));
        return escaped.toString();
    }

    static String bold(String plain) {
        return "\\fB" + text(plain) + "\\fR";
    }

    static String italic(String plain) {
        return "\\fI" + text(plain) + "\\fR";
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '"' -> "\\(dq";
            case '~' -> "\\(ti";
            case '^' -> "\\(ha";
            default -> character < 128 ? Character.toString(character) : "\\[u%04X]".formatted(character);
        };
    }

    private Roff heading(String macro, String title) {
        line(macro + " \"" + text(title) + "\"");
        belowHeading = true;
        return this;
    }

    /** Right below a heading no paragraph needs to be begun. */
    private Roff space() {
        return belowHeading ? this : line(".PP");
    }

    private Roff inline(String inline) {
        return line(guarded(inline));
    }

    /** A line that begins like a request would be one. */
    private static String guarded(String inline) {
        return inline.startsWith(".") ? "\\&" + inline : inline;
    }

    private Roff line(String line) {
        page.append(line).append('\n');
        belowHeading = false;
        return this;
    }
}
