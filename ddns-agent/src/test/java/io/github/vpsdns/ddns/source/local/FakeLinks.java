// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Interfaces as a test says. */
final class FakeLinks implements Links {
    private final List<LocalAddress> addresses = new ArrayList<>();
    private final Set<String> down = new TreeSet<>();

    FakeLinks has(String interfaceName, String... texts) {
        for (String text : texts) {
            addresses.add(
                    LocalAddress.of((text.contains(":") ? Family.IPV6 : Family.IPV4).parse(text), interfaceName, 24));
        }
        return this;
    }

    FakeLinks down(String interfaceName) {
        down.add(interfaceName);
        return this;
    }

    @Override
    public List<LocalAddress> addresses(Family family) {
        return addresses.stream()
                .filter(one -> Family.of(one.address()) == family)
                .toList();
    }

    @Override
    public boolean isDown(String name) {
        return down.contains(name);
    }

    @Override
    public boolean isLoopback(String name) {
        return name.equals("lo");
    }

    @Override
    public List<String> names() {
        return addresses.stream()
                .map(LocalAddress::interfaceName)
                .distinct()
                .sorted()
                .toList();
    }
}
