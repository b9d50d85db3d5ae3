// SPDX-License-Identifier: Apache-2.0
/**
 * What all commands share: the options that stand everywhere ({@link io.github.vpsdns.cli.base.Globals}), values from the
 * environment, results as text or JSON ({@link io.github.vpsdns.cli.base.Frame}), and failures as one sentence and an exit
 * status ({@link io.github.vpsdns.cli.base.Failure}).
 */
@NullMarked
package io.github.vpsdns.cli.base;

import org.jspecify.annotations.NullMarked;
