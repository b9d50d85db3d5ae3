// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a zone.
 *
 * @param zone the zone
 * @param records its records, not all of them if it failed
 * @param failure why not all were seen, or {@code null}
 */
record Listed(Zone zone, List<DnsRecord> records, @Nullable VpsDnsException failure) {}
