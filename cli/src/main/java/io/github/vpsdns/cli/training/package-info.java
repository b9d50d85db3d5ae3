// SPDX-License-Identifier: Apache-2.0
/**
 * A little of everything that vpsdns does, done once against a sandbox in this process, so that the JVM learns which classes that takes:
 * what {@code bin/vpsdns-prepare} runs to make an archive of them.
 */
@NullMarked
package io.github.vpsdns.cli.training;

import org.jspecify.annotations.NullMarked;
