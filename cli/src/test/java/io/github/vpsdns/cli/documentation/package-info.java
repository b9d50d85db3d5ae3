// SPDX-License-Identifier: Apache-2.0
/** The documentation, read as strictly as the program: what it links to is there, and what it tells people to type is understood. */
@NullMarked
package io.github.vpsdns.cli.documentation;

import org.jspecify.annotations.NullMarked;
