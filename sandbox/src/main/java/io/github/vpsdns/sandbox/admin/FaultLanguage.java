// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.admin;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Fault.Moment;
import io.github.vpsdns.sandbox.control.FaultAction;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.control.ScriptedFault;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Faults as JSON, as the package's introduction describes them. */
final class FaultLanguage {
    private FaultLanguage() {}

    static Fault read(byte[] body) {
        Fields fields = Fields.of(body);
        Fault plain = plain(fields, fields.need(fields.text("kind"), "kind"));
        Fault fault = new Fault(
                fields.text("method").orElse(plain.method()),
                fields.text("path").orElse(plain.path()),
                fields.integer("skip").orElse(plain.skip()),
                fields.integerOr("times", "always", Fault.ALWAYS).orElse(plain.times()),
                fields.text("when").map(FaultLanguage::moment).orElse(plain.moment()),
                plain.action());
        fields.refuseOthers();
        return fault;
    }

    private static Fault plain(Fields fields, String kind) {
        return switch (kind) {
            case "status" -> status(fields);
            case "delay" -> Fault.delay(seconds(fields));
            case "drop" -> Fault.drop();
            case "garbage" -> Fault.garbage(Garbage.of(fields.need(fields.text("body"), "body")));
            case "truncate" -> Fault.truncate();
            case "rate-limit" -> Fault.rateLimit(fields.need(fields.integer("calls"), "calls"), seconds(fields));
            case "list-shape" ->
                Fault.listShape(
                        ListShape.of(fields.need(fields.text("shape"), "shape")),
                        fields.integer("page_size").orElse(50));
            default ->
                throw new IllegalArgumentException("No fault is of kind '" + kind
                        + "'; there are status, delay, drop, garbage, truncate, rate-limit, list-shape.");
        };
    }

    private static Fault status(Fields fields) {
        int status = fields.need(fields.integer("status"), "status");
        Fault bare = Fault.status(status);
        FaultAction action = new FaultAction.Status(
                status, fields.texts("headers"), fields.text("body").orElse(null));
        return new Fault(bare.method(), bare.path(), bare.skip(), bare.times(), bare.moment(), action);
    }

    private static Duration seconds(Fields fields) {
        return fields.need(fields.seconds("seconds"), "seconds");
    }

    private static Moment moment(String when) {
        return switch (when) {
            case "before" -> Moment.BEFORE_COMMIT;
            case "after" -> Moment.AFTER_COMMIT;
            default ->
                throw new IllegalArgumentException(
                        "The field 'when' says '" + when + "'; give \"before\" or \"after\".");
        };
    }

    static ObjectNode write(ScriptedFault scripted) {
        Fault fault = scripted.fault();
        ObjectNode node = JsonMapper.shared()
                .createObjectNode()
                .put("id", scripted.id())
                .put("matched", scripted.matched())
                .put("struck", scripted.struck())
                .put("method", fault.method())
                .put("path", fault.path())
                .put("skip", fault.skip())
                .put("when", fault.moment() == Moment.BEFORE_COMMIT ? "before" : "after");
        if (fault.times() == Fault.ALWAYS) {
            node.put("times", "always");
        } else {
            node.put("times", fault.times());
        }
        writeAction(node, fault.action());
        return node;
    }

    private static void writeAction(ObjectNode node, FaultAction action) {
        if (action instanceof FaultAction.Status status) {
            node.put("kind", "status").put("status", status.status()).put("body", status.body());
            ObjectNode headers = node.putObject("headers");
            status.headers().forEach(headers::put);
        } else if (action instanceof FaultAction.Delay delay) {
            node.put("kind", "delay").put("seconds", inSeconds(delay.time()));
        } else if (action instanceof FaultAction.Drop) {
            node.put("kind", "drop");
        } else if (action instanceof FaultAction.Garble garble) {
            node.put("kind", "garbage").put("body", garble.kind().wireName());
        } else if (action instanceof FaultAction.Truncate) {
            node.put("kind", "truncate");
        } else if (action instanceof FaultAction.RateLimit limit) {
            node.put("kind", "rate-limit").put("calls", limit.calls()).put("seconds", inSeconds(limit.window()));
        } else if (action instanceof FaultAction.Shape shape) {
            node.put("kind", "list-shape")
                    .put("shape", shape.listing().shape().wireName())
                    .put("page_size", shape.listing().pageSize());
        }
    }

    static double inSeconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
