// SPDX-License-Identifier: Apache-2.0
/**
 * The CA's keys and certificates: two roots, one intermediate signed by both (hence a second chain), and what is
 * checked before a leaf is signed.
 *
 * <p>Bouncy Castle builds the structures; the JDK's providers make keys and signatures, so that none is registered.
 */
@NullMarked
package io.github.vpsdns.sandbox.acme.pki;

import org.jspecify.annotations.NullMarked;
