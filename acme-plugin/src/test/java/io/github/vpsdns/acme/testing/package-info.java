// SPDX-License-Identifier: Apache-2.0
/**
 * What the tests of this module share: a whole world on loopback and time that runs faster; and for what is kept on disk,
 * certificates, OpenSSL as an independent reader, disks that fail, and processes that are killed.
 */
@NullMarked
package io.github.vpsdns.acme.testing;

import org.jspecify.annotations.NullMarked;
