// SPDX-License-Identifier: Apache-2.0
/**
 * What all parts of an agent share besides the loop of {@link io.github.vpsdns.core.loop}: the clock, chance, and the {@link
 * io.github.vpsdns.ddns.work.Teller} that tells what happens. The agent's own: programs have no use for it.
 */
@NullMarked
package io.github.vpsdns.ddns.work;

import org.jspecify.annotations.NullMarked;
