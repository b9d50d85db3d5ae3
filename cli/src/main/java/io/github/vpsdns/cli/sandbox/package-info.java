// SPDX-License-Identifier: Apache-2.0
/** The API, a name server and an ACME CA in one process, to try things on: {@code vpsdns sandbox}. */
@NullMarked
package io.github.vpsdns.cli.sandbox;

import org.jspecify.annotations.NullMarked;
