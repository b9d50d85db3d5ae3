// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.github.vpsdns.acme;

import org.jspecify.annotations.NullMarked;
