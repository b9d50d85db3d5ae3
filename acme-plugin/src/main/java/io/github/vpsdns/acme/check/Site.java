// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the value for one name would go.
 *
 * @param name the name
 * @param chain the challenge name and each alias from it; empty if that could not be found out
 * @param zone the account's zone in which the last one is, or {@code null} if there is none
 * @param findings what was found on the way
 */
record Site(
        DomainName name, List<DomainName> chain, @Nullable Zone zone, List<Finding> findings) {
    DomainName target() {
        return chain.get(chain.size() - 1);
    }
}
