// SPDX-License-Identifier: Apache-2.0
/**
 * What an agent knows across its restarts: which records it has published, which addresses count, and for how long it was told to
 * leave the API alone. So an address that changed while the machine was down is moved by one call a record, and a restart neither
 * floods the API nor forgets what to remove.
 *
 * <p>{@link io.github.vpsdns.ddns.memory.Memory} is the value, {@link io.github.vpsdns.ddns.memory.MemoryFile} keeps it on disk. It is
 * a memory and no authority: what is lost or cannot be used is learned again from the API.
 */
@NullMarked
package io.github.vpsdns.ddns.memory;

import org.jspecify.annotations.NullMarked;
