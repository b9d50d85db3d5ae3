// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.auth.Gatekeeper;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.Wish;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * From where users came before the server was started. Lock-outs survive a restart; if these did not, strangers who keep guessing would
 * lock routers out with the next one.
 */
final class FormerPlaces {
    private FormerPlaces() {}

    static void tell(HostBook hosts, Gatekeeper gatekeeper) {
        hosts.rows().stream()
                .flatMap(row -> Stream.of(row.open(), row.done()))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Wish::acceptedAt))
                .forEach(wish -> tell(wish, gatekeeper));
    }

    private static void tell(Wish wish, Gatekeeper gatekeeper) {
        String client = wish.client();
        try {
            gatekeeper.recall(wish.user(), (client.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(client));
        } catch (InvalidValueException e) {
            // Somebody else wrote it; the user is a stranger there then.
        }
    }
}
