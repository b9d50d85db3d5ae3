// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.name.DomainName;

/**
 * What a client wants of one host.
 *
 * @param host the full name
 * @param ipv4 its A records
 * @param ipv6 its AAAA records
 */
public record HostUpdate(DomainName host, FamilyWish ipv4, FamilyWish ipv6) {}
