// SPDX-License-Identifier: Apache-2.0
/**
 * TLS with certificates that change while it runs.
 *
 * <p>A {@link io.github.vpsdns.acme.tls.SwitchingKeyManager} holds a few {@linkplain io.github.vpsdns.acme.tls.TlsIdentity
 * chains with their keys}, each under a name of its own, and puts a newer one in the place of an older in one step. Handshakes
 * under way end with what they began with; connections and {@code SSLContext} stay. It is plain JSSE and knows nothing of where
 * certificates come from.
 */
@NullMarked
package io.github.vpsdns.acme.tls;

import org.jspecify.annotations.NullMarked;
