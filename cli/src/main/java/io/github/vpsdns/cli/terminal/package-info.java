// SPDX-License-Identifier: Apache-2.0
/**
 * The outside of a command as a value: streams, screen, environment, clock. Only {@code Main} fills it from the real
 * process; tests fill it with their own.
 */
@NullMarked
package io.github.vpsdns.cli.terminal;

import org.jspecify.annotations.NullMarked;
