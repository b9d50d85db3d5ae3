// SPDX-License-Identifier: Apache-2.0
/**
 * Hashes of passwords: argon2id (RFC 9106) in the PHC string format.
 */
@NullMarked
package io.github.vpsdns.webhook.password;

import org.jspecify.annotations.NullMarked;
