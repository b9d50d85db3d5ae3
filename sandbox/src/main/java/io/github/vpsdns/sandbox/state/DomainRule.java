// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.util.regex.Pattern;

/**
 * Which names may be zones: at least two labels of letters, digits and inner hyphens (RFC 1123 section 2.1), at most 253
 * characters, in A-label form, without trailing dot.
 *
 * <p>Stateless.
 */
public final class DomainRule {
    private static final Pattern LABELS =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private DomainRule() {}

    /**
     * Tells whether a name may be a zone.
     *
     * @param domain in lower case
     * @return true if it may
     */
    public static boolean accepts(String domain) {
        return domain.length() <= 253 && LABELS.matcher(domain).matches();
    }
}
