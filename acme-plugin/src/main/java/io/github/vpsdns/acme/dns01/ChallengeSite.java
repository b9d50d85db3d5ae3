// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.name.DomainName;
import java.util.List;

/**
 * Where the value for one challenge goes.
 *
 * @param identifier the name to be proven, without {@code *.}
 * @param wildcard whether it is proven for {@code *.} of it
 * @param chain the challenge name, then each alias followed from it; the value goes to the last one
 */
public record ChallengeSite(DomainName identifier, boolean wildcard, List<DomainName> chain) {
    /** Copies the list. */
    public ChallengeSite {
        chain = List.copyOf(chain);
    }

    /**
     * Returns where the CA begins to look.
     *
     * @return such as {@code _acme-challenge.example.com}
     */
    public DomainName challengeName() {
        return chain.get(0);
    }

    /**
     * Returns where the value goes.
     *
     * @return the challenge name, or what it is an alias of
     */
    public DomainName target() {
        return chain.get(chain.size() - 1);
    }

    /**
     * Returns the name as it stands in the order.
     *
     * @return the identifier, with {@code *.} where it is proven for that
     */
    public DomainName name() {
        return wildcard ? identifier.prepend("*") : identifier;
    }
}
