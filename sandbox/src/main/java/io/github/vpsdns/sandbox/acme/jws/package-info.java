// SPDX-License-Identifier: Apache-2.0
/**
 * Signed requests (RFC 8555 §6.2 to §6.5): taking the envelope apart, checking signature, URL and nonce, and knowing
 * whose key it is. External account bindings and the inner envelope of a key change are read here too.
 */
@NullMarked
package io.github.vpsdns.sandbox.acme.jws;

import org.jspecify.annotations.NullMarked;
