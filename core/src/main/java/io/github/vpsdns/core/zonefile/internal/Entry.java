// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import java.util.List;

/**
 * An entry of a zone file: one line, or several that parentheses join.
 *
 * @param line where its first word stands, counted from 1
 * @param indented whether it begins with white space, and so leaves its owner out
 * @param words at least one
 */
public record Entry(int line, boolean indented, List<Word> words) {
    public Entry {
        words = List.copyOf(words);
    }
}
