// SPDX-License-Identifier: Apache-2.0
/**
 * Time as a dependency: what reads the clock or waits takes a {@link io.github.vpsdns.core.time.Timekeeper}, so that tests
 * decide what time it is and no test sleeps.
 */
@NullMarked
package io.github.vpsdns.core.time;

import org.jspecify.annotations.NullMarked;
