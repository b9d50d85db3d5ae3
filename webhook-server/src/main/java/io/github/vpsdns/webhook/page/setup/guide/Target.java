// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

import io.github.vpsdns.core.name.DomainName;

/**
 * What is to be set up. Immutable and thread-safe.
 *
 * @param server where clients find the server
 * @param host whose addresses are to be kept, or which name is to be proved
 * @param user what the client logs in with
 * @param prefix whether the client tells the prefix of its network, behind which the server puts the host's own part
 */
public record Target(ServerUrl server, DomainName host, String user, boolean prefix) {}
