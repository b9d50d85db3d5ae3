// SPDX-License-Identifier: Apache-2.0
/**
 * What vpsdns does, done once against a sandbox, so that the JVM learns which classes that takes:
 * what {@code bin/vpsdns-prepare} runs to make archives of them.
 */
@NullMarked
package io.github.vpsdns.cli.training;

import org.jspecify.annotations.NullMarked;
