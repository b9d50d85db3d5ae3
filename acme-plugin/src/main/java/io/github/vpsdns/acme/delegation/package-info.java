// SPDX-License-Identifier: Apache-2.0
/**
 * Challenges of names in zones elsewhere, led by one CNAME record each into a zone of this account (RFC 8555 section 8.4 has CAs
 * follow it): {@link io.github.vpsdns.acme.delegation.Delegations} says which record that is, looks what is there now, and makes
 * it where the zone is in this account after all.
 *
 * <pre>{@code
 * _acme-challenge.www.example.org.  CNAME  www.example.org.acme.example.com.
 * }</pre>
 *
 * <p>Once it is there, nothing more is to be set: {@link io.github.vpsdns.acme.delegation.ChallengeChains} follow it, for the
 * solver and for whoever looks ahead.
 */
@NullMarked
package io.github.vpsdns.acme.delegation;

import org.jspecify.annotations.NullMarked;
