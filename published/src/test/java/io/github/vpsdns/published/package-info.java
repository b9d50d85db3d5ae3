// SPDX-License-Identifier: Apache-2.0
/**
 * What others get, tested as others get it: the files in a repository to which this build has deployed them, a program made of modules,
 * and a project of somebody else's.
 */
@NullMarked
package io.github.vpsdns.published;

import org.jspecify.annotations.NullMarked;
