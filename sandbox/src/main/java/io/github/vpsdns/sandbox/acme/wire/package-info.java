// SPDX-License-Identifier: Apache-2.0
/** How things look on the wire: JSON, base64url, {@code Retry-After}, answers and problem documents. */
@NullMarked
package io.github.vpsdns.sandbox.acme.wire;

import org.jspecify.annotations.NullMarked;
