// SPDX-License-Identifier: Apache-2.0
/**
 * A step of the build: makes a library of old class files fit for the archives from which vpsdns starts quickly. It stands among the tests
 * because it is no part of the product.
 */
@NullMarked
package io.github.vpsdns.cli.classfile;

import org.jspecify.annotations.NullMarked;
