// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a file is read. Not thread-safe. */
final class Mistakes {
    /** A file that is something else altogether has one at every line; nobody reads more. */
    private static final int MOST = 100;

    private final List<Mistake> found = new ArrayList<>();

    void add(int line, String path, String text) {
        if (found.size() < MOST) {
            found.add(new Mistake(line, path, text));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Mistake> all() {
        return List.copyOf(found);
    }
}
