// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.FaultAction;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.control.Listing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The faults that meet one call, ready to be played. */
final class Script {
    private final List<Fault> faults;

    Script(List<Fault> faults) {
        this.faults = faults;
    }

    /** How long to wait at a moment. */
    Duration delay(Fault.Moment moment) {
        return faults.stream()
                .filter(f -> f.moment() == moment)
                .map(Fault::action)
                .filter(FaultAction.Delay.class::isInstance)
                .map(a -> ((FaultAction.Delay) a).time())
                .reduce(Duration.ZERO, Duration::plus);
    }

    Listing listing(Listing usual) {
        return faults.stream()
                .map(Fault::action)
                .filter(FaultAction.Shape.class::isInstance)
                .map(a -> ((FaultAction.Shape) a).listing())
                .reduce(usual, (first, last) -> last);
    }

    /** What befalls the call at a moment, if anything does. {@code real} is the answer that would be given otherwise. */
    Optional<Consequence> consequence(Fault.Moment moment, Reply real) {
        return faults.stream()
                .filter(f -> f.moment() == moment)
                .map(Fault::action)
                .flatMap(a -> apply(a, real).stream())
                .findFirst();
    }

    /** For the call log, such as {@code delay, drop}. */
    String note() {
        return faults.stream()
                .map(f -> f.action().getClass().getSimpleName().toLowerCase(Locale.ROOT)
                        + (f.moment() == Fault.Moment.AFTER_COMMIT ? " after commit" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Consequence> apply(FaultAction action, Reply real) {
        if (action instanceof FaultAction.Status status) {
            return Optional.of(new Consequence.Answer(reply(status)));
        }
        if (action instanceof FaultAction.Garble garble) {
            return Optional.of(new Consequence.Answer(garbled(real, garble.kind())));
        }
        if (action instanceof FaultAction.Truncate) {
            return Optional.of(new Consequence.Half(real));
        }
        if (action instanceof FaultAction.Drop) {
            return Optional.of(new Consequence.Nothing());
        }
        return Optional.empty();
    }

    private static Reply reply(FaultAction.Status status) {
        Reply reply = defaultReply(status.status());
        String body = status.body();
        if (body != null) {
            String type = body.startsWith("<") ? Reply.HTML_TYPE : Reply.JSON_TYPE;
            reply = reply.withBody(body.getBytes(StandardCharsets.UTF_8), type);
        }
        for (var header : status.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** What answers with such a status in life: Django REST framework below 500, a proxy's page from there on. */
    private static Reply defaultReply(int status) {
        if (status == 204 || status == 304) {
            return Reply.noContent();
        }
        if (status >= 500) {
            String title = status == 500 ? "Server Error (500)" : status + " Service Temporarily Unavailable";
            return Reply.html(status, title, "nginx");
        }
        ObjectNode body = Json.object()
                .put(
                        "detail",
                        status == 429 ? "Request was throttled." : "The sandbox was told to answer " + status + ".");
        return Reply.json(status, body);
    }

    private static Reply garbled(Reply real, Garbage kind) {
        return switch (kind) {
            case HTML -> Reply.html(real.status(), "Just a moment...", "Checking your browser.");
            case HALF_JSON -> real.withBody(Arrays.copyOf(real.body(), real.body().length / 2), Reply.JSON_TYPE);
            case EMPTY -> real.withBody(new byte[0], Reply.JSON_TYPE);
            case WRONG_SHAPE ->
                real.withBody("{\"data\":{\"items\":[1,2]}}".getBytes(StandardCharsets.UTF_8), Reply.JSON_TYPE);
            case NOT_UTF8 ->
                real.withBody(new byte[] {'{', '"', (byte) 0xc3, '(', '"', ':', (byte) 0xff, '}'}, Reply.JSON_TYPE);
        };
    }
}
