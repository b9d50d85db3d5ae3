// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.internal.Ca;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Authorization;

/** How the names of an order are proven: by values that go afterwards, or by records that stay. */
sealed interface NameProver permits TransientProver, PersistentProver {
    /** Makes sure, before the CA is bothered, that names can be proven as far as that can be told; costs no order. */
    void prepare();

    /**
     * Proves all names that are not valid yet, and waits for the CA to say so.
     *
     * @param authorizations those of the order, fetched
     * @return how long the name servers took to have what was written, or {@code null} if that was not measured
     */
    @Nullable
    Duration prove(Ca ca, List<Authorization> authorizations, News news);
}
