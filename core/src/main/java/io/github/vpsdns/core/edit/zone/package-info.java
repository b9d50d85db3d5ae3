// SPDX-License-Identifier: Apache-2.0
/**
 * Edits of a whole zone: {@link io.github.vpsdns.core.edit.zone.ZoneEditor} reads it in a way that notices a list which was cut
 * short, plans the difference to many wanted sets at once ({@link io.github.vpsdns.core.edit.zone.ZonePlan}), and carries the
 * plan out with the fewest calls. Each set by itself is planned as {@link io.github.vpsdns.core.edit.RecordEditor#set} plans it.
 */
@NullMarked
package io.github.vpsdns.core.edit.zone;

import org.jspecify.annotations.NullMarked;
