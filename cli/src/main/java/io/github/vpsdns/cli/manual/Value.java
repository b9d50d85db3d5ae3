// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What shells can offer for the value of an option or a parameter.
 *
 * @param kind what it is
 * @param words the words, where it is one of some
 */
record Value(Kind kind, List<String> words) {
    private static final String DIRECTORY = "DIR";
    private static final String FILE = "FILE";

    /** What values are. */
    enum Kind {
        /** Nothing that can be known. */
        TEXT,
        /** One of some words. */
        WORDS,
        /** A file that is there, or a new one. */
        FILE,
        /** A directory that is there, or a new one. */
        DIRECTORY
    }

    static Value of(ArgSpec arg) {
        if (arg.completionCandidates() != null) {
            return new Value(
                    Kind.WORDS,
                    StreamSupport.stream(arg.completionCandidates().spliterator(), false)
                            .toList());
        }
        // Some are text, since they take - for standard input as well.
        boolean path = arg.type() == Path.class
                || List.of(arg.auxiliaryTypes()).contains(Path.class)
                || arg.paramLabel().equals(FILE);
        if (!path) {
            return new Value(Kind.TEXT, List.of());
        }
        return new Value(arg.paramLabel().equals(DIRECTORY) ? Kind.DIRECTORY : Kind.FILE, List.of());
    }
}
