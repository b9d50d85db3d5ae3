// SPDX-License-Identifier: Apache-2.0
/** {@code vpsdns acme caa}: which CA may issue. */
@NullMarked
package io.github.vpsdns.cli.caa;

import org.jspecify.annotations.NullMarked;
