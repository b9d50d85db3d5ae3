// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.zonefile.internal.Escapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file while it is read. Not thread-safe. */
final class Mistakes {
    /** Something else than a zone file has one at every line; nobody reads more. */
    private static final int MOST = 20;

    private final List<Mistake> found = new ArrayList<>();

    void add(int line, String text) {
        if (!isFull()) {
            found.add(new Mistake(line, visible(text)));
        }
    }

    boolean isFull() {
        return found.size() == MOST;
    }

    /** A file may come from anyone, and a message ends up on a terminal: control characters as zone files write them. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                Escapes.number(visible, c);
            } else {
                visible.append((char) c);
            }
        });
        return visible.toString();
    }

    void throwIfAny(String file) {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(Mistake::line));
            throw new ZoneFileException(file, found, isFull());
        }
    }
}
