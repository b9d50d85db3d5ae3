// SPDX-License-Identifier: Apache-2.0
/**
 * Certificate authorities that speak ACME (RFC 8555), as users of this library see them: {@link
 * io.github.vpsdns.acme.ca.AcmeServer where one is}, {@link io.github.vpsdns.acme.ca.AccountSettings what an account there
 * needs}, and {@link io.github.vpsdns.acme.ca.CaException what it refused}, with the CA's own words.
 */
@NullMarked
package io.github.vpsdns.acme.ca;

import org.jspecify.annotations.NullMarked;
