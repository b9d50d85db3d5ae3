// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import io.github.vpsdns.cli.terminal.Printable;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Words of the file's author in messages, and the word that was meant. */
final class Words {
    private static final int MOST_SHOWN = 40;

    private Words() {}

    static String quoted(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > MOST_SHOWN;
        String shown = isLong ? text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…" : text;
        return "'" + Printable.of(shown) + "'";
    }

    /** Finds the nearest word within two typing errors, or one for a short word. */
    static Optional<String> near(String word, Collection<String> known) {
        String plain = plain(word);
        return known.stream()
                .filter(each -> distance(plain, plain(each)) <= (Math.min(plain.length(), each.length()) < 4 ? 1 : 2))
                .min(Comparator.comparingInt(each -> distance(plain, plain(each))));
    }

    private static String plain(String word) {
        String start = word.length() > MOST_SHOWN ? word.substring(0, MOST_SHOWN) : word;
        return start.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Insertions, deletions, replacements and swapped neighbours (optimal string alignment). */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
