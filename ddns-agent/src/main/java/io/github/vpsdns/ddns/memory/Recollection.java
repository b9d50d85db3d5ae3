// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import org.jspecify.annotations.Nullable;

/**
 * What {@link MemoryFile#load} found.
 *
 * @param memory what is remembered; empty if there is no file yet, or none that can be used
 * @param unusable why the file that is there cannot be used, and what was done with it, one clause; {@code null} if it could be used or
 *     there is none
 */
public record Recollection(Memory memory, @Nullable String unusable) {}
