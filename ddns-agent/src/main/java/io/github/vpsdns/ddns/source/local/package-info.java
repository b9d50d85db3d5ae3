// SPDX-License-Identifier: Apache-2.0
/**
 * The addresses of this host's own network interfaces.
 *
 * <p>{@link io.github.vpsdns.ddns.source.local.InterfaceSource} reads them for publishing, {@link
 * io.github.vpsdns.ddns.source.local.LocalAddresses} to notice that the network is another one. On Linux IPv6 addresses come from
 * {@code if_inet6} in proc(5), because Java does not tell which of them are temporary (RFC 8981), deprecated (RFC 4862) or not
 * known to be unique yet, and none of these may be published. Reading is apart from deciding: {@code HostNetwork} reads one moment,
 * {@code Choice} and {@code Ranking} decide on it.
 */
@NullMarked
package io.github.vpsdns.ddns.source.local;

import org.jspecify.annotations.NullMarked;
