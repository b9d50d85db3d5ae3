// SPDX-License-Identifier: Apache-2.0
/**
 * The way from the line to the API and the name servers: the options that say where they are, and the objects made of them.
 */
@NullMarked
package io.github.vpsdns.cli.api;

import org.jspecify.annotations.NullMarked;
