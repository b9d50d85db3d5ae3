// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.json.JsonTree;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a memory as JSON, for people too: one and the same memory always gives the same bytes. */
final class MemoryWriter {
    static final int VERSION = 1;

    private MemoryWriter() {}

    static byte[] write(Memory memory) {
        ObjectNode root = JsonTree.object();
        root.put("version", VERSION);
        ArrayNode sets = root.putArray("sets");
        new TreeMap<>(memory.sets()).forEach((key, set) -> writeSet(sets.addObject(), key, set));
        ArrayNode addresses = root.putArray("addresses");
        new TreeMap<>(memory.addresses()).forEach((key, counting) -> {
            ObjectNode node = addresses.addObject();
            node.put("rule", key.rule());
            node.put("family", key.family().word());
            writeAddresses(node.putArray("addresses"), counting.addresses());
            node.put("since", counting.since().toString());
        });
        Pause pause = memory.pause();
        if (pause != null) {
            writePause(root.putObject("pause"), pause);
        }
        ArrayNode retries = root.putArray("retries");
        new TreeMap<>(memory.retries()).forEach((key, retry) -> {
            ObjectNode node = retries.addObject();
            writeKey(node, key);
            writePause(node, retry);
        });
        return JsonTree.indented(root).getBytes(StandardCharsets.UTF_8);
    }

    private static void writeSet(ObjectNode node, RecordKey key, KnownSet set) {
        writeKey(node, key);
        ArrayNode records = node.putArray("records");
        for (KnownRecord record : set.records()) {
            ObjectNode one = records.addObject();
            one.put("id", record.id().value());
            one.put("address", Family.text(record.address()));
            if (record.ttl() != null) {
                one.put("ttl", record.ttl().seconds());
            }
        }
        writeAddresses(node.putArray("published"), set.published());
        if (set.written() != null) {
            node.put("written", set.written().toString());
        }
        if (set.compared() != null) {
            node.put("compared", set.compared().toString());
        }
    }

    private static void writeKey(ObjectNode node, RecordKey key) {
        node.put("name", key.name().toString());
        node.put("family", key.family().word());
    }

    private static void writeAddresses(ArrayNode node, List<InetAddress> addresses) {
        addresses.forEach(address -> node.add(Family.text(address)));
    }

    private static void writePause(ObjectNode node, Pause pause) {
        node.put("until", pause.until().toString());
        node.put("failures", pause.failures());
        node.put("reason", pause.reason());
    }
}
