// SPDX-License-Identifier: Apache-2.0
/**
 * Not API. Questions to name servers and resolvers over UDP and TCP, and what comes back, in terms of dnsjava's messages; see the
 * package above for why the packets are not left to dnsjava.
 */
@NullMarked
package io.github.vpsdns.core.dns.internal;

import org.jspecify.annotations.NullMarked;
