// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.name.DomainName;

/** Is told what a preflight finds, on the thread that runs it. */
@FunctionalInterface
public interface CheckListener {
    /**
     * Something was found.
     *
     * @param finding what
     */
    void found(Finding finding);

    /**
     * What one of the servers shows of a round trip's value has changed.
     *
     * @param name the name the round trip is made for
     * @param report how far the value has got
     */
    default void propagation(DomainName name, PropagationReport report) {}
}
