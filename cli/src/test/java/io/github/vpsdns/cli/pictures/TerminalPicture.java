// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.pictures;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A recording as an SVG picture whose lines appear when they were printed. Where pictures do not move, all of them show.
 *
 * @param lines what was printed, in order
 * @param columns after how many characters a line is broken, as a terminal does it
 */
record TerminalPicture(List<TerminalLine> lines, int columns) {
    private static final double CHARACTER = 8.43;
    private static final int LINE = 20;
    private static final int MARGIN = 18;
    /** Nobody wants to wait for a JVM, or for a name server, in a picture. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1200);

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" width="@width@" height="@height@" viewBox="0 0 @width@ @height@" role="img" aria-label="@label@">
            <style>
            text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d6deeb; white-space: pre }
            .typed { fill: #ffffff; font-weight: bold }
            .line { animation: show 1ms backwards }
            @keyframes show { from { opacity: 0 } }
            @media (prefers-reduced-motion: reduce) { .line { animation: none } }
            </style>
            <rect width="100%" height="100%" rx="8" fill="#14191f"/>
            """;

    String svg(String label) {
        StringBuilder body = new StringBuilder();
        int rows = 0;
        Duration shown = Duration.ZERO;
        Duration before = Duration.ZERO;
        for (TerminalLine line : lines) {
            shown = shown.plus(shorter(line.after().minus(before)));
            before = line.after();
            for (String row : rows(line.text())) {
                rows++;
                body.append(String.format(
                        Locale.ROOT,
                        "<text class=\"line%s\" style=\"animation-delay:%dms\" x=\"%d\" y=\"%d\">%s</text>%n",
                        line.isTyped() ? " typed" : "",
                        shown.toMillis(),
                        MARGIN,
                        MARGIN + rows * LINE - 5,
                        escaped(row)));
            }
        }
        int width = (int) Math.ceil(columns * CHARACTER) + 2 * MARGIN;
        int height = 2 * MARGIN + rows * LINE;
        String head = HEAD.replace("@width@", Integer.toString(width))
                .replace("@height@", Integer.toString(height))
                .replace("@label@", escaped(label));
        return head + body + "</svg>\n";
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private List<String> rows(String text) {
        return text.length() <= columns ? List.of(text) : List.of(text.split("(?<=\\G.{" + columns + "})"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
