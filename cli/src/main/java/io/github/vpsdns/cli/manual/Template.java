// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script with places to be filled in: lines that are {@code # @name@} and nothing else.
 *
 * @param text the script
 */
record Template(String text) {
    static Template read(Path file) throws IOException {
        return new Template(Files.readString(file));
    }

    Template with(String name, Stream<String> lines) {
        String mark = "# @" + name + "@\n";
        if (!text.contains(mark)) {
            throw new IllegalArgumentException("the script has no line '" + mark.strip() + "' to be filled in");
        }
        return new Template(text.replace(mark, lines.map(each -> each + "\n").collect(Collectors.joining())));
    }
}
