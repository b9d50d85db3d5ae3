// SPDX-License-Identifier: Apache-2.0
/**
 * What a test scripts and counts: the shape of lists, faults, and the log of calls.
 *
 * <p>{@link io.github.vpsdns.sandbox.control.Faults} is the script. Each
 * {@link io.github.vpsdns.sandbox.control.Fault} says which calls it meets, how often, at which moment (before the call is
 * carried out, or after) and what happens then. {@link io.github.vpsdns.sandbox.control.CallLog} keeps what was asked and
 * what became of it, for counting.
 */
@NullMarked
package io.github.vpsdns.sandbox.control;

import org.jspecify.annotations.NullMarked;
