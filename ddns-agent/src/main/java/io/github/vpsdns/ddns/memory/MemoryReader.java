// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.RecordId;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a memory and believes none of it: used once, for one file at one time. */
final class MemoryReader {
    /** No pause is kept for longer: neither a wrong clock nor a wrong file may stop an agent for good. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Instant now;

    private MemoryReader(Instant now) {
        this.now = now;
    }

    static Memory read(byte[] content, Instant now) {
        try {
            return new MemoryReader(now).memory(JsonTree.readStrictly(content));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnusableMemoryException(
                    "it is not valid JSON" + (at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr()), e);
        }
    }

    private Memory memory(JsonNode json) {
        Members root = new Members("", json);
        int version = root.number("version");
        if (version != MemoryWriter.VERSION) {
            throw new UnusableMemoryException(
                    "it is of version " + version + ", which is not known; expected " + MemoryWriter.VERSION, null);
        }
        return new Memory(
                map(root.objects("sets"), MemoryReader::recordKey, this::set),
                map(root.objects("addresses"), MemoryReader::addressKey, this::counting),
                root.has("pause") ? root.object("pause").value(this::pause) : null,
                map(root.objects("retries"), MemoryReader::recordKey, this::pause));
    }

    private static <K, V> Map<K, V> map(List<Members> all, Function<Members, K> key, Function<Members, V> value) {
        Map<K, V> map = new HashMap<>();
        for (Members one : all) {
            if (map.put(one.value(key), one.value(value)) != null) {
                throw one.refusal("", "it is there twice");
            }
        }
        return map;
    }

    private static RecordKey recordKey(Members members) {
        DomainName name = members.text("name", DomainName::of);
        if (name.isRoot()) {
            throw new InvalidValueException("no agent's record stands at the root");
        }
        return new RecordKey(name, family(members));
    }

    private static AddressKey addressKey(Members members) {
        return new AddressKey(family(members), members.text("rule", Function.identity()));
    }

    private KnownSet set(Members members) {
        Family family = family(members);
        return new KnownSet(
                members.objects("records").stream()
                        .map(record -> record.value(some -> record(some, family)))
                        .toList(),
                members.texts("published", family::parse),
                members.optionalText("written", this::past),
                members.optionalText("compared", this::past));
    }

    private static KnownRecord record(Members members, Family family) {
        @Nullable Ttl ttl = members.has("ttl") ? Ttl.of(members.number("ttl")) : null;
        return new KnownRecord(members.text("id", RecordId::new), members.text("address", family::parse), ttl);
    }

    private CountingAddresses counting(Members members) {
        List<InetAddress> addresses = members.texts("addresses", family(members)::parse);
        if (addresses.isEmpty()) {
            throw new InvalidValueException("no address counts; expected at least one");
        }
        return new CountingAddresses(addresses, past(members.instant("since")));
    }

    private Pause pause(Members members) {
        Instant until = members.instant("until");
        Instant latest = now.plus(LONGEST_PAUSE);
        return new Pause(
                until.isAfter(latest) ? latest : until,
                members.number("failures"),
                members.text("reason", Function.identity()));
    }

    private static Family family(Members members) {
        return members.text(
                "family",
                word -> Arrays.stream(Family.values())
                        .filter(family -> family.word().equals(word))
                        .findFirst()
                        .orElseThrow(
                                () -> new InvalidValueException("'" + word + "' is no family; expected ipv4 or ipv6")));
    }

    private Instant past(String text) {
        return past(Instant.parse(text));
    }

    /** Neither later than now nor so early that the time since overflows. */
    private Instant past(Instant time) {
        return time.isAfter(now) ? now : time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    }
}
