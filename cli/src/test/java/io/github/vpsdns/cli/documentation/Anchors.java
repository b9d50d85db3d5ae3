// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of headings as GitHub makes them: lower case, hyphens for spaces, nothing else but letters, digits and underscores. */
final class Anchors {
    private final Map<String, Integer> times = new HashMap<>();
    private final Set<String> all = new LinkedHashSet<>();

    void add(String heading) {
        String name = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
                .replace(' ', '-');
        int before = times.merge(name, 1, Integer::sum) - 1;
        all.add(before == 0 ? name : name + "-" + before);
    }

    Set<String> all() {
        return all;
    }
}
