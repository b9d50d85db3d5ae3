// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.core.address.HostPart;
import org.jspecify.annotations.Nullable;

/**
 * A host that a user may update.
 *
 * @param hosts which one, or which ones
 * @param ipv6Host what the machine has behind the prefix that the router tells; {@code null} if the router tells whole addresses,
 *     or the part behind the prefix of the record that is there shall stay
 */
public record HostGrant(HostPattern hosts, @Nullable HostPart ipv6Host) {}
