// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which name servers are asked, as far as the file says it.
 *
 * @param resolver the recursive resolver, {@code HOST[:PORT]}, or {@code null}
 * @param nameServers authoritative servers to ask outright, {@code HOST[:PORT]}; perhaps none
 */
public record DnsPart(@Nullable String resolver, List<String> nameServers) {
    /** Copies the list. */
    public DnsPart {
        nameServers = List.copyOf(nameServers);
    }
}
