// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.update.Updates;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Speaks DynDNS2 (help.dyn.com, Perform Update and Return Codes), at {@code /nic/update} and {@code /v3/update}.
 *
 * <p>The answer is one line for each host in the order of the request, or one for what concerns the whole request. Each line ends with
 * a line feed, the last one too: {@code good 192.0.2.1,2001:db8::1}. Addresses are those of the families that the request speaks of,
 * in their canonical form. Thread-safe.
 */
public final class DynDns implements Endpoint {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT");
    private static final String CHALLENGE = "Basic realm=\"vpsdns\"";

    private final UpdateDesk desk;

    /**
     * Opens the endpoint.
     *
     * @param door lets users in
     * @param updates makes records of what they want
     * @param policy what becomes of private addresses
     * @param listener is told what is refused and why
     */
    public DynDns(Doorkeeper door, Updates updates, AddressPolicy policy, WebhookListener listener) {
        desk = new UpdateDesk(Dialect.DYNDNS2, door, updates, policy, listener);
    }

    /**
     * Goes by another policy from the next request on.
     *
     * @param policy what becomes of private addresses
     */
    public void reconfigure(AddressPolicy policy) {
        desk.reconfigure(policy);
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        if (!METHODS.contains(call.method())) {
            Reply refusal = reply(call, List.of(Line.of(ReturnCode.BADAGENT))).with("Allow", "GET, POST, PUT");
            return CompletableFuture.completedFuture(refusal);
        }
        Message message = Message.of(call);
        return desk.serve(message).thenApply(served -> served.sign(reply(call, served.lines())));
    }

    private static Reply reply(Call call, List<Line> lines) {
        ReturnCode best = ReturnCode.TROUBLE;
        ReturnCode worst = ReturnCode.NOCHG;
        StringBuilder all = new StringBuilder();
        for (Line line : lines) {
            best = line.code().compareTo(best) < 0 ? line.code() : best;
            worst = line.code().compareTo(worst) > 0 ? line.code() : worst;
            all.append(line.text()).append('\n');
        }
        String text = best == ReturnCode.TROUBLE ? lines.get(0).text() + "\n" : all.toString();
        if (worst == ReturnCode.BADAUTH) {
            return Reply.text(worst.status(), text).with("WWW-Authenticate", CHALLENGE);
        }
        int status = worst == ReturnCode.BADAGENT
                ? worst.status()
                : ClientQuirks.of(call.headers()).status(worst);
        return Reply.text(status, text);
    }
}
