// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Tells a client its address, at {@code /nic/checkip} and {@code /checkip}, in the words of checkip.dyndns.org (help.dyn.com, CheckIP
 * Tool), which clients look for byte by byte. Anyone may ask. Thread-safe.
 */
public final class CheckIp implements Endpoint {
    private static final String BEFORE = "<html><head><title>Current IP Check</title></head><body>Current IP Address: ";
    private static final String BEHIND = "</body></html>";

    /** Opens the endpoint. */
    public CheckIp() {}

    @Override
    public CompletionStage<Reply> answer(Call call) {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            Reply refusal = Reply.text(ReturnCode.BADAGENT.status(), ReturnCode.BADAGENT.word() + "\n")
                    .with("Allow", "GET, HEAD");
            return CompletableFuture.completedFuture(refusal);
        }
        byte[] page = (BEFORE + Family.text(call.client()) + BEHIND).getBytes(StandardCharsets.US_ASCII);
        Map<String, String> fields = Map.of("Cache-Control", "no-cache", "Connection", "close");
        return CompletableFuture.completedFuture(new Reply(200, "text/html", page, fields));
    }
}
