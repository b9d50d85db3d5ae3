// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;

/** A zone file that cannot be used as it is, with everything that is wrong with it. */
public final class ZoneFileException extends InvalidValueException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;
    private final transient List<String> lines;

    ZoneFileException(String file, List<Mistake> mistakes, boolean more) {
        super(String.join("; ", lines(file, mistakes, more)));
        this.mistakes = List.copyOf(mistakes);
        this.lines = lines(file, mistakes, more);
    }

    /**
     * Returns what is wrong.
     *
     * @return at least one mistake and at most 20, from top to bottom
     */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /**
     * Returns what is wrong in words.
     *
     * @return one line for each mistake, such as {@code example.zone:3: …}, and one more if there may be others
     */
    public List<String> lines() {
        return lines;
    }

    private static List<String> lines(String file, List<Mistake> mistakes, boolean more) {
        List<String> lines = new ArrayList<>(mistakes.stream()
                .map(mistake -> file + ":" + mistake.line() + ": " + mistake.text())
                .toList());
        if (more) {
            lines.add(file + ": reading stopped there; there may be more mistakes");
        }
        return List.copyOf(lines);
    }
}
