// SPDX-License-Identifier: Apache-2.0
/**
 * What the tests of this module share: a whole world on loopback and real TLS servers and clients;
 * certificates, and OpenSSL as an independent reader of them.
 */
@NullMarked
package io.github.vpsdns.acme.testing;

import org.jspecify.annotations.NullMarked;
