// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs of lines for the shell, for messages; what else a line holds may be a secret. */
final class CommandNames {
    /** Substitutions are left to the shell: what ends them cannot be told by a pattern. */
    private static final String PLAIN = "[^\\s'\"\\\\`(){};&|<>]|\\\\.";

    private static final String QUOTED = "'[^']*+'|\"(?:[^\"\\\\`(]|\\\\.)*+\"";

    /** Variables for the command alone, each with its value (POSIX.1-2017, XCU section 2.9.1), and the word after them. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*+(?:[A-Za-z_]\\w*+=(?:" + PLAIN + "|" + QUOTED + ")*+\\s++)*+(?<program>[\\w./+-]++)(?:[\\s;&|].*+)?",
            Pattern.DOTALL);

    private CommandNames() {}

    /** Returns the program's name as it stands in the line, empty where that is not plain. */
    static Optional<String> program(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches() ? Optional.of(found.group("program")) : Optional.empty();
    }
}
