// SPDX-License-Identifier: Apache-2.0
/**
 * What an agent knows and decides, without threads, calls or clocks of its own: a {@link io.github.vpsdns.ddns.lane.Lane} for the
 * records of each name and family, which is told what happened and at what time, and says what is to be done next.
 *
 * <p>Nothing here is thread-safe: one thread owns it all.
 */
@NullMarked
package io.github.vpsdns.ddns.lane;

import org.jspecify.annotations.NullMarked;
