// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.nio.file.Path;
import java.util.List;

/** A file is not as it must be. Carries everything that is wrong with it. */
public final class MistakesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<Mistake> mistakes;

    MistakesException(Path file, List<Mistake> mistakes) {
        super(String.join("; ", lines(file, mistakes)));
        this.file = file;
        this.mistakes = mistakes.stream().sorted().toList();
    }

    /**
     * Returns which file it is.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * Returns what is wrong.
     *
     * @return at least one mistake, from top to bottom
     */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /**
     * Returns what is wrong in words.
     *
     * @return one line for each mistake, such as {@code ddns.yaml:3: ttl: 0 is refused; expected …}, from top to bottom
     */
    public List<String> lines() {
        return lines(file, mistakes);
    }

    private static List<String> lines(Path file, List<Mistake> mistakes) {
        return mistakes.stream()
                .sorted()
                .map(mistake -> mistake.in(file.toString()))
                .toList();
    }
}
