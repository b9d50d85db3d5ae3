// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.http.Attempts;
import io.github.vpsdns.core.http.Exchange;
import io.github.vpsdns.core.http.Failures;
import io.github.vpsdns.core.http.JsonReaders;
import io.github.vpsdns.core.http.Operation;
import io.github.vpsdns.core.http.ReplyReader;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneDetail;
import java.util.Optional;

/**
 * Creates one zone. After a try whose outcome is unknown the zone is looked for before anything is sent again, and a refusal
 * then may mean that the lost try has made it. The API refuses a second zone of the same name, so there is no surplus.
 */
final class ZoneCreation {
    private static final ReplyReader<Written<ZoneDetail>> READER =
            Written.reader(JsonReaders.streamed(ZoneJson::readDetail));

    private final ApiUrls urls;
    private final Operation operation;
    private final DomainName domain;
    private final Attempts attempts;
    private boolean doubt;

    ZoneCreation(ApiUrls urls, Operation operation, DomainName domain) {
        this.urls = urls;
        this.operation = operation;
        this.domain = domain;
        this.attempts = operation.attempts();
    }

    ZoneDetail run() {
        while (true) {
            VpsDnsException failure;
            try {
                Written<ZoneDetail> written = send();
                return written.value() == null ? require(written) : written.value();
            } catch (CancelledException | ProtocolException e) {
                throw e;
            } catch (VpsDnsException e) {
                failure = e;
            }
            boolean again = Failures.leaveDoubt(failure) || Failures.pass(failure);
            doubt |= Failures.leaveDoubt(failure);
            if (again) {
                attempts.pause(failure, operation.deadline());
            }
            Optional<ZoneDetail> found = doubt ? find() : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
            if (!again) {
                throw failure;
            }
        }
    }

    private Written<ZoneDetail> send() {
        try (Exchange<Written<ZoneDetail>> exchange =
                operation.start("POST", urls.zones(), ZoneJson.write(domain), attempts.next(), READER)) {
            return exchange.await(operation.silence());
        }
    }

    private ZoneDetail require(Written<ZoneDetail> written) {
        return find().orElseThrow(() -> new ProtocolException(
                operation.description(),
                written.status(),
                "the API answered " + written.status() + ", but the zone is not there",
                "",
                null));
    }

    private Optional<ZoneDetail> find() {
        Optional<Zone> zone = ZoneSearch.find(urls, operation, domain);
        return zone.map(found -> operation.get(urls.zone(found.id()), JsonReaders.streamed(ZoneJson::readDetail)));
    }
}
