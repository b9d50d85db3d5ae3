// SPDX-License-Identifier: Apache-2.0
/** The CA's sockets: the JDK's HTTP server on the loopback, scripted faults, and the administration for other processes. */
@NullMarked
package io.github.vpsdns.sandbox.acme.http;

import org.jspecify.annotations.NullMarked;
