// SPDX-License-Identifier: Apache-2.0
/**
 * What the updater knows, as values and rules without threads, calls or clocks: what the API was seen to have and what write follows
 * from it, how often names may change, and what others may look at while the loop goes on.
 */
@NullMarked
package io.github.vpsdns.webhook.update.state;

import org.jspecify.annotations.NullMarked;
