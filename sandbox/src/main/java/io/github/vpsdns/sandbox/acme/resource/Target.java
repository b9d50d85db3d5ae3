// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.resource;

import io.github.vpsdns.sandbox.acme.control.Endpoint;
import java.util.List;

/**
 * What a path leads to.
 *
 * @param endpoint the kind of resource
 * @param ids which one: none, one or two parts of the path
 */
public record Target(Endpoint endpoint, List<String> ids) {
    /** Copies the list. */
    public Target {
        ids = List.copyOf(ids);
    }

    /** The first id, where there is one. */
    public String id() {
        return ids.get(0);
    }
}
