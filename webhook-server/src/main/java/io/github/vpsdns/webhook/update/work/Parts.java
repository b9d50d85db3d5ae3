// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.work;

import io.github.vpsdns.core.time.Timekeeper;
import java.util.random.RandomGenerator;

/**
 * What all parts of an updater share.
 *
 * @param time the clock
 * @param teller tells what happens
 * @param random the source of jitter
 */
public record Parts(Timekeeper time, Teller teller, RandomGenerator random) {}
