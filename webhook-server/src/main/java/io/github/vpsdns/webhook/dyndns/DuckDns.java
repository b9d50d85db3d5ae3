// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.update.Updates;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Speaks as DuckDNS does (www.duckdns.org/spec.jsp), at {@code GET /update}: {@code domains}, {@code token} (here
 * {@code user:password}), {@code ip}, {@code ipv6}, {@code verbose=true} and {@code clear=true}.
 *
 * <p>The answer is {@code OK} or {@code KO} for all hosts together, so that none is updated if one is not the user's; the status is
 * 200 for both, but for clients that go by it alone. {@code verbose} adds the first host's IPv4 address, its IPv6 address (an empty
 * line where it has none or the request did not speak of it), and {@code UPDATED} or {@code NOCHANGE}. Thread-safe.
 */
public final class DuckDns implements Endpoint {
    private final UpdateDesk desk;

    /**
     * Opens the endpoint.
     *
     * @param door lets users in
     * @param updates makes records of what they want
     * @param policy what becomes of private addresses
     * @param listener is told what is refused and why
     */
    public DuckDns(Doorkeeper door, Updates updates, AddressPolicy policy, WebhookListener listener) {
        desk = new UpdateDesk(Dialect.DUCKDNS, door, updates, policy, listener);
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
        if (!call.method().equals("GET")) {
            Reply refusal = Reply.text(ReturnCode.BADAGENT.status(), "KO").with("Allow", "GET");
            return CompletableFuture.completedFuture(refusal);
        }
        Message message = Message.of(call);
        return desk.serve(message).thenApply(served -> served.sign(reply(message, served.lines())));
    }

    private static Reply reply(Message message, List<Line> lines) {
        ReturnCode worst =
                lines.stream().map(Line::code).max(Comparator.naturalOrder()).orElseThrow();
        int status = ClientQuirks.of(message.call().headers()).status(worst);
        if (!worst.isSuccess()) {
            return Reply.text(status, "KO");
        }
        return Reply.text(status, message.says("verbose") ? verbose(lines.get(0), worst) : "OK");
    }

    private static String verbose(Line first, ReturnCode worst) {
        return String.join(
                "\n",
                "OK",
                address(first, Family.IPV4),
                address(first, Family.IPV6),
                worst == ReturnCode.GOOD ? "UPDATED" : "NOCHANGE");
    }

    private static String address(Line line, Family family) {
        return line.addresses().stream()
                .filter(address -> Family.of(address) == family)
                .map(Family::text)
                .findFirst()
                .orElse("");
    }
}
