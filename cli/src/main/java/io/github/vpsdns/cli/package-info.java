// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.github.vpsdns.cli;

import org.jspecify.annotations.NullMarked;
