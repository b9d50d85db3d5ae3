// SPDX-License-Identifier: Apache-2.0
/**
 * Moving here from another ACME client: {@link io.github.vpsdns.acme.migrate.CertbotImport certificates, settings and the
 * account of certbot}. The other client's files are only read.
 */
@NullMarked
package io.github.vpsdns.acme.migrate;

import org.jspecify.annotations.NullMarked;
