// SPDX-License-Identifier: Apache-2.0
/**
 * Taking a certificate back before it ends (RFC 8555 section 7.6): {@link io.github.vpsdns.acme.revoke.RevocationService by the
 * account that got it, or by whoever has its key}.
 */
@NullMarked
package io.github.vpsdns.acme.revoke;

import org.jspecify.annotations.NullMarked;
