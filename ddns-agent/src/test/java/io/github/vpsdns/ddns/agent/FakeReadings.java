// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.detect.Detection;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.track.Readings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A host whose addresses a test decides. */
final class FakeReadings implements Readings {
    private final Map<Family, Detection> told = new EnumMap<>(Family.class);
    private Object network = "first";
    private int detections;

    static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts)
                .map(text -> (text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(text))
                .toList();
    }

    void tell(boolean remote, String... texts) {
        List<InetAddress> all = addresses(texts);
        told.put(Family.of(all.get(0)), new Detection.Found(all, List.of("test"), remote));
    }

    void local(String... texts) {
        tell(false, texts);
    }

    void remote(String... texts) {
        tell(true, texts);
    }

    void unknown(Family family, String reason, @Nullable Duration tryAfter) {
        told.put(family, new Detection.Unknown(reason, tryAfter));
    }

    void network(Object now) {
        network = now;
    }

    int detections() {
        return detections;
    }

    @Override
    public Detection detect(AddressRule rule, Family family, List<InetAddress> current) {
        detections++;
        return told.getOrDefault(family, new Detection.Unknown("nobody said anything", null));
    }

    @Override
    public BiFunction<AddressRule, Family, Object> glances() {
        return (rule, family) -> told.getOrDefault(family, new Detection.Unknown("nobody said anything", null));
    }

    @Override
    public Object network() {
        return network;
    }
}
