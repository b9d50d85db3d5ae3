// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.time.Deadline;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One question to the servers. Compared by identity: two that say the same are still two. */
final class Question {
    /** What a newer question replaces an older one of. */
    record Key(DomainName name, Family family) {}

    private final Key key;
    private final List<InetAddress> addresses;
    private final long askedAtNanos;
    private final Deadline deadline;

    Question(Key key, List<InetAddress> addresses, long askedAtNanos, Deadline deadline) {
        this.key = key;
        this.addresses = List.copyOf(addresses);
        this.askedAtNanos = askedAtNanos;
        this.deadline = deadline;
    }

    Key key() {
        return key;
    }

    DomainName name() {
        return key.name();
    }

    Set<RecordData> values() {
        return addresses.stream().map(Family::data).collect(Collectors.toUnmodifiableSet());
    }

    Deadline deadline() {
        return deadline;
    }

    Verification verified(long nowNanos) {
        return new Verification.Verified(
                key.name(), key.family(), addresses, Duration.ofNanos(nowNanos - askedAtNanos));
    }

    Verification unverified(String reason) {
        return new Verification.Unverified(key.name(), key.family(), addresses, reason);
    }
}
