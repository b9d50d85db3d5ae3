// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path below the API's root in which {@code *} stands for one segment and {@code **} for any number of them. */
record PathPattern(String text) {
    private static final Pattern STARS = Pattern.compile("\\*\\*?");

    PathPattern {
        Objects.requireNonNull(text, "text");
        if (!text.startsWith("/") && !text.startsWith("*")) {
            throw new IllegalArgumentException("The path pattern '" + text
                    + "' does not begin with '/'; give the path below the API's root, such as /dns-zones/*/records/.");
        }
    }

    boolean matches(String path) {
        StringBuilder regex = new StringBuilder();
        Matcher stars = STARS.matcher(text);
        int from = 0;
        while (stars.find()) {
            regex.append(Pattern.quote(text.substring(from, stars.start())));
            regex.append(stars.group().length() == 2 ? ".*" : "[^/]*");
            from = stars.end();
        }
        regex.append(Pattern.quote(text.substring(from)));
        return path.matches(regex.toString());
    }
}
