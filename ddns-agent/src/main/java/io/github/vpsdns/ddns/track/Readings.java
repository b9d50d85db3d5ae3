// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.track;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.detect.Detection;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.settings.AddressRule;
import java.net.InetAddress;
import java.util.List;
import java.util.function.BiFunction;

/** What the agent needs of a {@link Detector}, thread-safe as that is. */
public interface Readings {
    /** As {@link Detector#detect}. */
    Detection detect(AddressRule rule, Family family, List<InetAddress> current);

    /** As {@link Detector#glances}. */
    BiFunction<AddressRule, Family, Object> glances();

    /** As {@link Detector#network}. */
    Object network();

    /** Takes them of that one. */
    static Readings of(Detector detector) {
        return new Readings() {
            @Override
            public Detection detect(AddressRule rule, Family family, List<InetAddress> current) {
                return detector.detect(rule, family, current);
            }

            @Override
            public BiFunction<AddressRule, Family, Object> glances() {
                return detector.glances();
            }

            @Override
            public Object network() {
                return detector.network();
            }
        };
    }
}
