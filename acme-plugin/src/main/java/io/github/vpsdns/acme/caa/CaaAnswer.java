// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.record.RecordData;
import java.util.List;

/** What stands at one name. */
sealed interface CaaAnswer {
    /**
     * There are CAA records.
     *
     * @param records at least one
     */
    record Records(List<RecordData> records) implements CaaAnswer {}

    /**
     * There are none, so that the name above decides.
     *
     * @param zone the zone that the name itself is in
     */
    record Nothing(AuthoritativeZone zone) implements CaaAnswer {}

    /**
     * Nobody could tell.
     *
     * @param reason one clause
     */
    record Unknown(String reason) implements CaaAnswer {}
}
