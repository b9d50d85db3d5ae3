// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import java.time.Duration;

/**
 * What a lane has to know of the world to say what is to be done.
 *
 * @param age how old what was seen may be
 * @param isShared whether other servers write to the same book
 * @param isClosed whether the API is not called for now
 * @param writes whether anything is written at all
 */
record LaneRules(Duration age, boolean isShared, boolean isClosed, boolean writes) {}
