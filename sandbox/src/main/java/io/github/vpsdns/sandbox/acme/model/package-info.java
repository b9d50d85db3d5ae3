// SPDX-License-Identifier: Apache-2.0
/**
 * What the CA knows: accounts, orders, authorizations, challenges and certificates as immutable values, the problems
 * it can answer with, and {@link io.github.vpsdns.sandbox.acme.model.Store}, the one owner of all of it.
 *
 * <p>The names and states are those of RFC 8555 §7.1; a change of state is a new value put in place of the old one
 * while the store's lock is held.
 */
@NullMarked
package io.github.vpsdns.sandbox.acme.model;

import org.jspecify.annotations.NullMarked;
