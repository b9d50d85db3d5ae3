// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.http.Endpoint;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the API: five of DNS, one of the account.
 *
 * @param endpoint what they are below
 */
record ApiUrls(Endpoint endpoint) {
    HttpUrl zones() {
        return endpoint.at("dns-zones");
    }

    HttpUrl zones(DomainName domain) {
        return zones().newBuilder()
                .addQueryParameter("domain", domain.toString())
                .build();
    }

    HttpUrl zone(ZoneId id) {
        return endpoint.at("dns-zones", id.value());
    }

    HttpUrl zoneRecords(ZoneId zone) {
        return endpoint.at("dns-zones", zone.value(), "records");
    }

    HttpUrl records(@Nullable ZoneId zone, @Nullable RecordType type) {
        HttpUrl.Builder url = endpoint.at("dns-records").newBuilder();
        if (zone != null) {
            url.addQueryParameter("zone", zone.value());
        }
        if (type != null) {
            url.addQueryParameter("record_type", type.name());
        }
        return url.build();
    }

    HttpUrl record(RecordId id) {
        return endpoint.at("dns-records", id.value());
    }

    HttpUrl account() {
        return endpoint.at("account", "me");
    }
}
