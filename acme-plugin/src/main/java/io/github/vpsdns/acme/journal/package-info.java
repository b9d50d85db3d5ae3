// SPDX-License-Identifier: Apache-2.0
/** Memory of challenge values that outlives the process. */
@NullMarked
package io.github.vpsdns.acme.journal;

import org.jspecify.annotations.NullMarked;
