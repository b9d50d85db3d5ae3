// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one set of records.
 *
 * @param key which set
 * @param open what is to be done, or {@code null} if nothing is
 * @param done the last wish that the API has accepted, or {@code null}
 * @param known what the API was seen to have, or {@code null} if that is not known
 */
public record HostRow(
        HostKey key,
        @Nullable Wish open,
        @Nullable Wish done,
        @Nullable KnownSet known) {}
