// SPDX-License-Identifier: Apache-2.0
/**
 * The account at a CA after it has been made (RFC 8555 section 7.3): {@link io.github.vpsdns.acme.account.AccountService looking
 * at it, changing where the CA writes to, giving it another key, closing it}.
 *
 * <p>Making one is part of the first issuance and needs nothing of this package.
 */
@NullMarked
package io.github.vpsdns.acme.account;

import org.jspecify.annotations.NullMarked;
