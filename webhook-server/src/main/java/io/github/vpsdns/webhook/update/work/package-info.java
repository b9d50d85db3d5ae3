// SPDX-License-Identifier: Apache-2.0
/**
 * What all parts of the updater share besides the loop of {@link io.github.vpsdns.core.loop}: the clock, chance, and the {@link
 * io.github.vpsdns.webhook.update.work.Teller} that tells what happens. The updater's own: programs have no use for it.
 */
@NullMarked
package io.github.vpsdns.webhook.update.work;

import org.jspecify.annotations.NullMarked;
