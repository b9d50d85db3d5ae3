// SPDX-License-Identifier: Apache-2.0
/**
 * What every {@link io.github.vpsdns.acme.store.CertificateStorage} has to do, as tests to be extended by the test of an
 * implementation.
 */
@NullMarked
package io.github.vpsdns.acme.store.testing;

import org.jspecify.annotations.NullMarked;
