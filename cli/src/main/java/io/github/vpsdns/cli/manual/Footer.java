// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What stands below the help of a command: a line that ends in a colon, and indented lines to type.
 *
 * @param heading the line without its colon; {@code Examples} if nothing needs to be said
 * @param lines what to type, without the indentation
 * @param remarks the other lines
 */
record Footer(String heading, List<String> lines, List<String> remarks) {
    private static final String INDENTATION = "  ";

    static Footer of(CommandSpec command) {
        String heading = "";
        List<String> lines = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (String each : command.usageMessage().footer()) {
            String line = each.replace("%%", "%");
            if (line.startsWith(INDENTATION)) {
                lines.add(line.substring(INDENTATION.length()));
            } else if (line.endsWith(":")) {
                heading = line.substring(0, line.length() - 1);
            } else if (!line.isBlank()) {
                remarks.add(line);
            }
        }
        return new Footer(heading, List.copyOf(lines), List.copyOf(remarks));
    }

    boolean isPlain() {
        return heading.equals("Example") || heading.equals("Examples");
    }
}
