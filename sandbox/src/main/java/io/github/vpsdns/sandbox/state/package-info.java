// SPDX-License-Identifier: Apache-2.0
/**
 * What the sandbox holds: accounts, their tokens, zones and records.
 *
 * <p>{@link io.github.vpsdns.sandbox.state.SandboxState} is the one owner. Everything it hands out is immutable, every change
 * goes through it, is written to the state file (if there is one) before it counts, and is then told to the listeners: the
 * DNS server and the BIND feed. {@link io.github.vpsdns.sandbox.state.SandboxZones} is the short way in for tests.
 */
@NullMarked
package io.github.vpsdns.sandbox.state;

import org.jspecify.annotations.NullMarked;
