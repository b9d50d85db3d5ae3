// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.track;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.detect.Detection;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.settings.AddressRule;
import java.net.InetAddress;
import java.util.List;

/** What the agent needs of a {@link Detector}, thread-safe as that is. */
public interface Readings {
    /** As {@link Detector#detect}. */
    Detection detect(AddressRule rule, Family family, List<InetAddress> current);

    /** As {@link Detector#glance}. */
    Object glance(AddressRule rule, Family family);

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
            public Object glance(AddressRule rule, Family family) {
                return detector.glance(rule, family);
            }

            @Override
            public Object network() {
                return detector.network();
            }
        };
    }
}
