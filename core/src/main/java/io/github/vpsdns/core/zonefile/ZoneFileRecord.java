// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import org.jspecify.annotations.Nullable;

/**
 * A record in a zone file.
 *
 * @param line where its entry begins, counted from 1
 * @param name where it stands, the full name
 * @param ttl how long it may be cached, or {@code null} if the file nowhere says so
 * @param data what it says, never {@link io.github.vpsdns.core.record.Opaque}
 */
public record ZoneFileRecord(
        int line, DomainName name, @Nullable Ttl ttl, RecordData data) {}
