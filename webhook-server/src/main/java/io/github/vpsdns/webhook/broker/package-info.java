// SPDX-License-Identifier: Apache-2.0
/**
 * Challenges for other ACME clients: values that they ask for become TXT records, and go again.
 *
 * <p>{@link io.github.vpsdns.webhook.broker.HttpReq} and {@link io.github.vpsdns.webhook.broker.AcmeDns} speak with clients: who is asking, for
 * which name, with what value. {@link io.github.vpsdns.webhook.broker.ChallengeBroker} does what they ask. It notes each value in the store
 * before it writes it; from then on there is only one rule, carried out again and again until it is true: a value is in its zone exactly as
 * long as somebody's note of it has not ended. A client that takes its value back, a time that is over, a write whose client has gone, and
 * a process that was killed are all the same: a note that has ended.
 */
@NullMarked
package io.github.vpsdns.webhook.broker;

import org.jspecify.annotations.NullMarked;
