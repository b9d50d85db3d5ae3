// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.zone.Zone;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The API tells different things about a zone's records, so that what is missing may have been cut off. Passes by itself if the
 * zone was being changed at the time.
 */
public final class UncertainZoneException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    UncertainZoneException(Zone zone, int shown, int listed) {
        super(
                String.format(
                        Locale.ROOT,
                        "it is not certain which records zone %s has: the API counts %s, shows %d and lists %d; if the zone"
                                + " was just being changed, try again",
                        zone.domain(),
                        count(zone.recordCount()),
                        shown,
                        listed),
                null);
    }

    @Override
    public boolean isTransient() {
        return true;
    }

    private static String count(@Nullable Integer count) {
        return count == null ? "none" : count.toString();
    }
}
