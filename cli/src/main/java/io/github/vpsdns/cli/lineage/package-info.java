// SPDX-License-Identifier: Apache-2.0
/** What else becomes of certificates: {@code vpsdns acme revoke|delete|import}. None of it needs the API. */
@NullMarked
package io.github.vpsdns.cli.lineage;

import org.jspecify.annotations.NullMarked;
