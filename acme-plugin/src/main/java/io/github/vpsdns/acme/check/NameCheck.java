// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;

/** A further look at each name, for what a preflight does not know by itself. */
@FunctionalInterface
public interface NameCheck {
    /**
     * Looks.
     *
     * @param name a name that a certificate is wanted for, without {@code *.}
     * @return what was found, about that name; failures to look are findings as well
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    List<Finding> run(DomainName name);
}
