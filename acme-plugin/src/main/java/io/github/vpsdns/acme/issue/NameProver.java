// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.internal.Ca;
import java.util.List;
import org.shredzone.acme4j.Authorization;

/** How the names of an order are proven: by values that go afterwards, or by records that stay. */
sealed interface NameProver permits TransientProver, PersistentProver {
    /**
     * Proves all names that are not valid yet, and waits for the CA to say so.
     *
     * @param authorizations those of the order, fetched
     */
    void prove(Ca ca, List<Authorization> authorizations, News news);
}
