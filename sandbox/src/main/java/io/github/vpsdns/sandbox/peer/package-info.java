// SPDX-License-Identifier: Apache-2.0
/**
 * Real programs that tests of the whole run talk to, each started on loopback with a directory of its own and stopped with
 * everything it made: so far Let's Encrypt's Pebble.
 */
@NullMarked
package io.github.vpsdns.sandbox.peer;

import org.jspecify.annotations.NullMarked;
