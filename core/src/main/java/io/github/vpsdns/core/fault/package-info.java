// SPDX-License-Identifier: Apache-2.0
/**
 * Mistakes of the program itself, which a service outlives: {@link io.github.vpsdns.core.fault.FaultLog} tells of each kind in full
 * once, and counts what comes again, so that a fault that anyone can cause fills no disk.
 */
@NullMarked
package io.github.vpsdns.core.fault;

import org.jspecify.annotations.NullMarked;
