// SPDX-License-Identifier: Apache-2.0
/**
 * What a long command says while it works, on standard error: rewritten in place on a terminal, one line a change
 * elsewhere, nothing with {@code --json}.
 */
@NullMarked
package io.github.vpsdns.cli.progress;

import org.jspecify.annotations.NullMarked;
