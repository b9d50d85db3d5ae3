// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for in a new order.
 *
 * @param names lower case, without duplicates, wildcards with {@code *.}
 * @param profile how the certificate shall look (draft-ietf-acme-profiles)
 * @param replaces certID of the predecessor (RFC 9773 §5), else null
 * @param notBefore asked start of validity, else null
 * @param notAfter asked end of validity, else null
 */
public record OrderRequest(
        List<String> names,
        String profile,
        @Nullable String replaces,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter) {

    /** Copies the list. */
    public OrderRequest {
        names = List.copyOf(names);
    }
}
