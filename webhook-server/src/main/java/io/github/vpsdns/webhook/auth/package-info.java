// SPDX-License-Identifier: Apache-2.0
/**
 * Who is calling, and whether they are let in.
 *
 * <p>{@link io.github.vpsdns.webhook.auth.CallCredentials} finds credentials in all the places where clients put them;
 * {@link io.github.vpsdns.webhook.auth.Gatekeeper} verifies them for the protocols, {@link io.github.vpsdns.webhook.auth.AdminGate} for
 * the page for people.
 *
 * <h2>Wrong passwords</h2>
 *
 * <p>Every wrong password is counted twice in a window of time: for the address it came from (an IPv6 client has a /64), and for the
 * account it was meant for. A full count locks. Counts are kept in the store before the answer is given, and are never forgiven before
 * the window ends: whoever guesses would only have to wait until the router logs in again.
 *
 * <p>Which count of the account it is depends on the address, so that strangers cannot keep a router out by failing in its name:
 *
 * <ul>
 *   <li>an address from which the account has logged in has a count of its own, and is locked by nothing else;
 *   <li>so has its neighbourhood (/16, or /32 of IPv6), where a router is found again after its address has changed;
 *   <li>all other addresses of the world share one, which is what stops a guesser with many of them.
 * </ul>
 *
 * <p>Where an account has logged in is kept in memory; after a restart the places of its last updates count
 * ({@link io.github.vpsdns.webhook.auth.Gatekeeper#recall}).
 *
 * <p>The same wrong credentials again count once in a window, and cost nothing: that is a router whose password is old, which tries
 * every minute for ever, and tells a guesser nothing new. A name that nobody has, and an account that may not come from there or whose
 * time is over, behave as any other account does, with counts that are kept in memory alone and lock nobody else.
 */
@NullMarked
package io.github.vpsdns.webhook.auth;

import org.jspecify.annotations.NullMarked;
