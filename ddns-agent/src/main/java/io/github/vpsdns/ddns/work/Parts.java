// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.work;

import io.github.vpsdns.core.time.Timekeeper;
import java.util.random.RandomGenerator;

/** What all parts of an agent share. */
public record Parts(Timekeeper time, Teller teller, RandomGenerator random) {}
