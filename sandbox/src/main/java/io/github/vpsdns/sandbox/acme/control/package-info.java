// SPDX-License-Identifier: Apache-2.0
/**
 * What a test holds in its hands while the CA runs: faults to come, and the log of what was asked.
 */
@NullMarked
package io.github.vpsdns.sandbox.acme.control;

import org.jspecify.annotations.NullMarked;
