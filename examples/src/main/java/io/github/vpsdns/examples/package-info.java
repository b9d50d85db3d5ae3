// SPDX-License-Identifier: Apache-2.0
/** Short programs to start from. Each is compiled and run by the tests. */
@NullMarked
package io.github.vpsdns.examples;

import org.jspecify.annotations.NullMarked;
