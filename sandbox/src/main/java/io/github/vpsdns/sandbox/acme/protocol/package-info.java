// SPDX-License-Identifier: Apache-2.0
/**
 * The protocol proper: what each resource of the CA answers to a request that was found well signed. Nothing here knows
 * of sockets; {@link io.github.vpsdns.sandbox.acme.protocol.AcmeProtocol} is the way in.
 */
@NullMarked
package io.github.vpsdns.sandbox.acme.protocol;

import org.jspecify.annotations.NullMarked;
