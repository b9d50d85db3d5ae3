// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.broker.AcmeDns;
import io.github.vpsdns.webhook.broker.ChallengeBroker;
import io.github.vpsdns.webhook.broker.HttpReq;
import io.github.vpsdns.webhook.dyndns.CheckIp;
import io.github.vpsdns.webhook.dyndns.DuckDns;
import io.github.vpsdns.webhook.dyndns.DynDns;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.http.Routes;
import java.util.concurrent.CompletableFuture;

/** What is found at which path, for everybody. */
final class PublicRoutes {
    private PublicRoutes() {}

    /** DuckDNS reads and acme-dns posts at one path, which keeps them apart. */
    static Routes of(DynDns dynDns, DuckDns duckDns, Doorkeeper door, ChallengeBroker broker) {
        Endpoint checkIp = new CheckIp();
        AcmeDns acmeDns = new AcmeDns(door, broker);
        return Routes.builder()
                .any("/nic/update", dynDns)
                .any("/v3/update", dynDns)
                .get("/update", duckDns)
                .post("/update", acmeDns)
                .post("/register", acmeDns)
                .get("/health", acmeDns)
                .get("/nic/checkip", checkIp)
                .get("/checkip", checkIp)
                .post("/present", new HttpReq(door, broker, HttpReq.Action.PRESENT))
                .post("/cleanup", new HttpReq(door, broker, HttpReq.Action.CLEANUP))
                .get("/healthz", call -> CompletableFuture.completedStage(Reply.text(200, "ok\n")))
                .build();
    }
}
