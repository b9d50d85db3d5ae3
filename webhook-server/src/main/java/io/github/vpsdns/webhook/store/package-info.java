// SPDX-License-Identifier: Apache-2.0
/**
 * What survives a crash: accepted work, what the API was seen to have, lock-outs, challenge values and history, in an SQL database.
 */
@NullMarked
package io.github.vpsdns.webhook.store;

import org.jspecify.annotations.NullMarked;
