// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A zone's servers (contract; being written). */
public final class AuthoritativeZone {
    AuthoritativeZone() {}

    /** @return apex */
    public DomainName apex() {
        throw new UnsupportedOperationException();
    }

    /** @return servers */
    public List<NameServer> servers() {
        throw new UnsupportedOperationException();
    }

    /** @param name name @param type type @return what each server says, asked in parallel */
    public Map<NameServer, Answer> lookup(DomainName name, RecordType type) {
        throw new UnsupportedOperationException();
    }

    /** @param name name @return its CNAME target, as the servers that answer agree */
    public Optional<DomainName> alias(DomainName name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until every server has the value at the name.
     *
     * @param name name
     * @param value value
     * @param policy limits
     * @param listener progress
     * @return per server
     * @throws PropagationTimeoutException if time ran out
     */
    public PropagationReport awaitEverywhere(
            DomainName name, RecordData value, PropagationPolicy policy, PropagationListener listener) {
        throw new UnsupportedOperationException();
    }

    /** @param values values @param policy limits @param listener progress @return per name */
    public List<PropagationReport> awaitAllEverywhere(
            Map<DomainName, java.util.Set<io.github.vpsdns.core.record.RecordData>> values,
            PropagationPolicy policy,
            PropagationListener listener) {
        throw new UnsupportedOperationException();
    }
}
