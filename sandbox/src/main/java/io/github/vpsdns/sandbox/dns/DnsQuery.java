// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.time.Instant;

/**
 * One query that a name server heard.
 *
 * @param at when
 * @param name the name as asked, without trailing dot
 * @param type the record type, such as {@code TXT}
 * @param tcp true if it came by TCP, false for UDP
 */
public record DnsQuery(Instant at, String name, String type, boolean tcp) {}
