// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How often the owners of public pages want to be asked at most. */
final class WebTerms {
    private static final Duration USUAL = Duration.ofMinutes(1);

    /** Dyn's policy for update clients: checkip at most once in ten minutes. */
    private static final Map<String, Duration> STRICTER = Map.of("checkip.dyndns.org", Duration.ofMinutes(10));

    private WebTerms() {}

    static Duration pace(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return isOurs(name) ? Duration.ZERO : STRICTER.getOrDefault(name, USUAL);
    }

    private static boolean isOurs(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        boolean six = host.startsWith("[");
        try {
            AddressKind kind = AddressKind.of(
                    (six ? Family.IPV6 : Family.IPV4).parse(six ? host.substring(1, host.length() - 1) : host));
            return kind != AddressKind.GLOBAL;
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
