// SPDX-License-Identifier: Apache-2.0
/**
 * A small but exact ACME CA for tests, which really validates by DNS.
 *
 * <p>{@link io.github.vpsdns.sandbox.acme.AcmeCa} starts one on the loopback. It speaks RFC 8555 with dns-01,
 * dns-account-01 (draft-ietf-acme-dns-account-label-02), external account binding, profiles
 * (draft-ietf-acme-profiles) and renewal information with {@code replaces} (RFC 9773). Certificates come from keys made
 * at each start, so nobody can be tempted to trust them.
 *
 * <p>What goes wrong is decided by the test: {@link io.github.vpsdns.sandbox.acme.control.AcmeFaults} scripts problems,
 * {@link io.github.vpsdns.sandbox.acme.control.AcmeLog} tells what was asked.
 *
 * <p>Packages: {@code http} takes requests, {@code jws} checks their signatures, {@code protocol} answers them with {@code resource}s,
 * {@code validation} asks the DNS, {@code pki} signs, {@code model} is what is known, {@code wire} how it is written.
 */
@NullMarked
package io.github.vpsdns.sandbox.acme;

import org.jspecify.annotations.NullMarked;
