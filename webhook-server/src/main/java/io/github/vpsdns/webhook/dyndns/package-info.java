// SPDX-License-Identifier: Apache-2.0
/**
 * What routers say and want to hear: the DynDNS2 protocol as Dyn wrote it down (help.dyn.com, Remote Access API) and as clients really
 * speak it, the one of DuckDNS, and the page that tells a client its address.
 *
 * <p>A {@link io.github.vpsdns.webhook.exchange.Call} becomes a {@link io.github.vpsdns.webhook.dyndns.Message}; who is let in gets
 * an {@link io.github.vpsdns.webhook.dyndns.UpdatePlan}, a line for each host; what is theirs goes to
 * {@link io.github.vpsdns.webhook.update.Updates}, and each outcome fills its line. Nothing here waits, and nothing here writes.
 *
 * <p>What is decided where clients and documents differ:
 *
 * <ul>
 *   <li>A family that the request does not name stays as it is: many clients send one request for each. So does one that is named
 *       with an empty value, with {@code preserve} or with {@code no}.
 *   <li>Without any address it is the one that the request came from, and its family only. Where only parameters of one family are
 *       there, and empty, the source counts for that family only.
 *   <li>An address that the {@link io.github.vpsdns.webhook.settings.AddressPolicy} neither takes nor replaces leaves its family as it
 *       is; the other goes on (a router behind DS-Lite has a public IPv6 and a private IPv4 address). If nothing is left to do at all,
 *       the answer is {@code dnserr}, and an event says why.
 *   <li>{@code nohost} is said of every host that the user may not update, whether there is such a name or not.
 *   <li>Failures have status 200 like successes, because most clients read the body of no other; those few that read the status only
 *       are told by it ({@link io.github.vpsdns.webhook.dyndns.ReturnCode}). {@code badauth} is 401 with a challenge for everyone,
 *       since wget sends no password before it, and {@code badagent} is 405.
 *   <li>{@code offline=YES} is answered {@code good offline}: the word is followed by a space for those who look for one, and is no
 *       address that somebody might take for the host's.
 *   <li>{@code test=yes} does everything but write and remember; the header field {@code X-VpsDNS-Test} says so.
 *   <li>HEAD is refused: what looks at links sends it, and that must change nothing. PUT is POST: OPNsense can be set up to send it.
 * </ul>
 */
@NullMarked
package io.github.vpsdns.webhook.dyndns;

import org.jspecify.annotations.NullMarked;
