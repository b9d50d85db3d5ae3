// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How often the owners of public pages want to be asked at most. */
final class WebTerms {
    private static final Duration USUAL = Duration.ofMinutes(1);

    /** Dyn's policy for update clients: checkip at most once in ten minutes. */
    private static final Map<String, Duration> STRICTER = Map.of("checkip.dyndns.org", Duration.ofMinutes(10));

    /** An IPv6 literal or only digits and dots: asked often, and nearly always of a name. */
    private static final Pattern MAYBE_ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    private WebTerms() {}

    static Duration pace(String host) {
        String name = name(host);
        return isOurs(name) ? Duration.ZERO : STRICTER.getOrDefault(name, USUAL);
    }

    /** Returns one name for all spellings of a host; a dot at the end makes it no other one. */
    static String name(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static boolean isOurs(String host) {
        return host.equals("localhost") || (MAYBE_ADDRESS.matcher(host).matches() && isNotGlobal(host));
    }

    private static boolean isNotGlobal(String host) {
        boolean six = host.startsWith("[");
        try {
            return AddressKind.of(
                            (six ? Family.IPV6 : Family.IPV4).parse(six ? host.substring(1, host.length() - 1) : host))
                    != AddressKind.GLOBAL;
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
