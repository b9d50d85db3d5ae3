// SPDX-License-Identifier: Apache-2.0
/** {@code vpsdns check}: looks ahead whether a certificate could be had, and says what to do where it could not. */
@NullMarked
package io.github.vpsdns.cli.check;

import org.jspecify.annotations.NullMarked;
