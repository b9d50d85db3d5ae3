// SPDX-License-Identifier: Apache-2.0
/**
 * Commands of the user's that a program runs at its own moments: {@link io.github.vpsdns.core.command.UserCommand} gives one a
 * time limit, an environment without the API token, and an end with all its children; it logs what the command prints, or returns
 * it.
 */
@NullMarked
package io.github.vpsdns.core.command;

import org.jspecify.annotations.NullMarked;
