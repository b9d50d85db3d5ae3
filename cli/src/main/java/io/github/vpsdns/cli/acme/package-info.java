// SPDX-License-Identifier: Apache-2.0
/** Certificates: {@code vpsdns acme issue|list}. */
@NullMarked
package io.github.vpsdns.cli.acme;

import org.jspecify.annotations.NullMarked;
