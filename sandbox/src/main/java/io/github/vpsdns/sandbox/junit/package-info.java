// SPDX-License-Identifier: Apache-2.0
/**
 * The sandbox in JUnit tests: {@link io.github.vpsdns.sandbox.junit.VpsDnsSandbox} on a class or a method starts one and
 * hands it to the test as a parameter.
 *
 * <p>Needs {@code junit-jupiter-api} on the class path, which a test has; this artifact does not bring it along.
 */
@NullMarked
package io.github.vpsdns.sandbox.junit;

import org.jspecify.annotations.NullMarked;
