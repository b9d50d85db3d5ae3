// SPDX-License-Identifier: Apache-2.0
/**
 * Authoritative name servers for the sandbox's zones, on loopback, over UDP and TCP.
 *
 * <p>{@link io.github.vpsdns.sandbox.dns.SandboxDns} holds one or more
 * {@link io.github.vpsdns.sandbox.dns.SandboxNameServer}s. Each has its own view of the zones, which a change reaches only
 * after that server's lag; each can be made to fall silent or to answer wrongly. So a client that waits for propagation can
 * be tested against servers that disagree, lag or die.
 *
 * <p>{@link io.github.vpsdns.sandbox.dns.ZoneText} writes the same zones as master files, for the BIND feed.
 */
@NullMarked
package io.github.vpsdns.sandbox.dns;

import org.jspecify.annotations.NullMarked;
