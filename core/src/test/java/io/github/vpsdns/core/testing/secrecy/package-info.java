// SPDX-License-Identifier: Apache-2.0
/**
 * Looks for secrets in all that tests see this program say: {@link io.github.vpsdns.core.testing.secrecy.Secrets} knows what they
 * look like, {@link io.github.vpsdns.core.testing.secrecy.SecrecyExtension}, which JUnit finds by itself, looks through the streams and
 * the log of each test class. What processes say that tests start is looked through where they are started.
 */
@NullMarked
package io.github.vpsdns.core.testing.secrecy;

import org.jspecify.annotations.NullMarked;
