// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * One certificate of certbot's that was taken over, or would be.
 *
 * @param name what it is called, there and here
 * @param action what was done with it
 * @param account what was done with its account
 * @param settings what is kept for its renewal
 * @param live the link that leads to its files here; absolute
 * @param conf certbot's file, which keeps renewing it there until it is renamed; absolute
 * @param remarks sentences that a person should read
 */
public record Imported(
        LineageName name,
        Action action,
        AccountAction account,
        RenewalSettings settings,
        Path live,
        Path conf,
        List<String> remarks) {
    /** What was done with a certificate. */
    public enum Action {
        /** It is here now. */
        TAKEN,
        /** It would be; nothing was written. */
        WOULD_BE_TAKEN,
        /** The same certificate was here before; nothing was written. */
        HERE_ALREADY
    }

    /** What was done with its account. */
    public enum AccountAction {
        /** It is used from now on. */
        TAKEN,
        /** It was here before. */
        HERE_ALREADY,
        /** Another account at this CA is here, and stays. */
        OTHER_STAYS,
        /** Certbot no longer has it; the next certificate makes one. */
        MISSING
    }

    /** Copies the remarks. */
    public Imported {
        remarks = List.copyOf(remarks);
    }
}
