// SPDX-License-Identifier: Apache-2.0
/**
 * Look-ups at a zone's authoritative name servers, each asked directly, so that no resolver's cache comes between a write and
 * the proof that it is visible: start at {@link io.github.vpsdns.core.dns.AuthoritativeDns}.
 *
 * <pre>{@code
 * AuthoritativeZone zone = AuthoritativeDns.builder().build().zone(DomainName.of("example.com"));
 * zone.awaitEverywhere(name, new Txt(digest), PropagationPolicy.DEFAULT, PropagationListener.NONE);
 * }</pre>
 *
 * <p>{@link io.github.vpsdns.core.dns.DirectLookup} is for servers that are asked for what they alone know, such as who asks.
 *
 * <p>dnsjava reads and writes the messages. The packets are sent by this package itself, because a wait has to end at once when
 * it is interrupted, must not be ended by a stray packet with a wrong number (RFC 5452 section 9.1), and should leave no thread
 * behind: dnsjava's own transport takes the first packet for the answer and runs in threads shared by the whole process.
 *
 * <p>All questions of one call are under way at once, in the thread of the caller. Nothing here is shared between calls but the
 * list of servers that was found for a zone.
 */
@NullMarked
package io.github.vpsdns.core.dns;

import org.jspecify.annotations.NullMarked;
