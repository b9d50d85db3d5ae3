// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the agent as it is delivered, against other processes on the same machine in the same minutes. {@code script/bench} runs
 * it.
 */
@NullMarked
package io.github.vpsdns.cli.bench;

import org.jspecify.annotations.NullMarked;
