// SPDX-License-Identifier: Apache-2.0
/** Domain names in one canonical form, so that two names are the same exactly when they are equal. */
@NullMarked
package io.github.vpsdns.core.name;

import org.jspecify.annotations.NullMarked;
