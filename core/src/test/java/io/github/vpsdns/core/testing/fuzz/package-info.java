// SPDX-License-Identifier: Apache-2.0
/**
 * Random input that can be had again: {@link io.github.vpsdns.core.testing.fuzz.Fuzz} makes rounds with seeds, always the same ones unless
 * more are asked for, and {@link io.github.vpsdns.core.testing.fuzz.Damage} damages what was whole.
 */
@NullMarked
package io.github.vpsdns.core.testing.fuzz;

import org.jspecify.annotations.NullMarked;
