// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.core.zone.Zone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone as it is printed.
 *
 * @param id its id
 * @param domain its name
 * @param createdAt when it was made, or {@code null} if that is not known
 * @param recordCount how many records the API says it has, or {@code null}
 */
public record ZoneView(
        String id,
        String domain,
        @Nullable Instant createdAt,
        @Nullable Integer recordCount) {
    /**
     * A zone with its records.
     *
     * @param id its id
     * @param domain its name
     * @param createdAt when it was made, or {@code null} if that is not known
     * @param recordCount how many records there are
     * @param records the records
     */
    public record Detail(
            String id, String domain, @Nullable Instant createdAt, int recordCount, List<RecordView> records) {
        /**
         * Takes what is printed.
         *
         * @param zone the zone
         * @param records its records
         * @return the view
         */
        public static Detail of(Zone zone, List<RecordView> records) {
            return new Detail(
                    zone.id().toString(), zone.domain().toString(), zone.createdAt(), records.size(), records);
        }
    }

    /**
     * Takes what is printed.
     *
     * @param zone a zone
     * @return the view
     */
    public static ZoneView of(Zone zone) {
        return new ZoneView(zone.id().toString(), zone.domain().toString(), zone.createdAt(), zone.recordCount());
    }

    /**
     * Returns the number of records in words.
     *
     * @return the number, or {@code -}
     */
    public String recordsText() {
        return recordCount == null ? "-" : recordCount.toString();
    }

    /**
     * Returns the time of creation in words.
     *
     * @return the time, or {@code -}
     */
    public String createdText() {
        return createdAt == null ? "-" : createdAt.toString();
    }
}
