// SPDX-License-Identifier: Apache-2.0
/**
 * Follows the host's addresses over time: {@link io.github.vpsdns.ddns.track.Trackers} know when to look and ask again, each {@link
 * io.github.vpsdns.ddns.track.Tracker} what counts by its rule, and whether that is certain. The agent's own: programs have no use
 * for it.
 */
@NullMarked
package io.github.vpsdns.ddns.track;

import org.jspecify.annotations.NullMarked;
