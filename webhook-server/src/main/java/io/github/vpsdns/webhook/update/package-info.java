// SPDX-License-Identifier: Apache-2.0
/**
 * From what a client wants to what the API has accepted: one write in flight for a name, the newest wish wins, and none is lost.
 */
@NullMarked
package io.github.vpsdns.webhook.update;

import org.jspecify.annotations.NullMarked;
