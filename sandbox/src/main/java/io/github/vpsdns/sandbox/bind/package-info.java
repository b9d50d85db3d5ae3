// SPDX-License-Identifier: Apache-2.0
/**
 * Real BIND 9 as the sandbox's name server: zone files written and reloaded as the vendor's deployment does.
 *
 * <p>{@link io.github.vpsdns.sandbox.bind.BindFeed} keeps the zone files of one or more
 * {@link io.github.vpsdns.sandbox.bind.BindTarget}s up to date, each with its own delay. For tests,
 * {@link io.github.vpsdns.sandbox.bind.NamedServer} starts a {@code named} of its own on loopback, which nothing else on the
 * host notices.
 *
 * <p>A {@code named} that somebody else runs needs one line, {@code include "DIR/zones.conf";}, and a way for this process to
 * call {@code rndc}.
 */
@NullMarked
package io.github.vpsdns.sandbox.bind;

import org.jspecify.annotations.NullMarked;
