// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** An address that the configuration gives. Immutable and thread-safe. */
public final class StaticSource implements AddressSource {
    private final SourceSpec.Static spec;

    /**
     * Takes the address.
     *
     * @param spec with the address
     */
    public StaticSource(SourceSpec.Static spec) {
        this.spec = spec;
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    /** {@inheritDoc} Takes no time. */
    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        if (Family.of(spec.address()) != family) {
            throw new SourceException(spec + " is no " + family + " address", null);
        }
        return List.of(spec.address());
    }
}
