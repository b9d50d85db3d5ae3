// SPDX-License-Identifier: Apache-2.0
/** What the tests of issuance share: a whole world on loopback, and time that runs faster. */
@NullMarked
package io.github.vpsdns.acme.testing;

import org.jspecify.annotations.NullMarked;
