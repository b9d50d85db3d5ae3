// SPDX-License-Identifier: Apache-2.0
/**
 * Asks the network's router for its external address, as UPnP Device Architecture 1.1 and the services WANIPConnection:1, :2 and
 * WANPPPConnection:1 of the UPnP Forum say: {@link io.github.vpsdns.ddns.source.upnp.UpnpSource}.
 *
 * <p>It goes in three steps: a search by UDP to which routers answer with the place of their description, the description itself,
 * which names the service that knows, and one call of that service. Anyone in the network can answer a search. So the answer of
 * the machine that leads to the default route counts before others, what an answer points to must be on the machine that answered,
 * and everything read has a limit in size and time.
 */
@NullMarked
package io.github.vpsdns.ddns.source.upnp;

import org.jspecify.annotations.NullMarked;
