// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.core.edit.zone.ZoneStep;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan as a JSON document and a line show it.
 *
 * @param action {@code create}, {@code change} or {@code remove}
 * @param name the full name
 * @param type the type
 * @param ttl the TTL in seconds afterwards, or before if it is removed; {@code null} if it is not known
 * @param priority the priority of MX and SRV, {@code null} for others
 * @param value the value in the API's form
 * @param oldTtl the TTL that a change replaces, else {@code null}
 * @param oldPriority the priority that a change replaces, else {@code null}
 * @param oldValue the value that a change replaces, else {@code null}
 * @param state {@code planned}, {@code done}, {@code failed} or {@code not-tried}
 * @param reason why it failed, else {@code null}
 */
record StepView(
        String action,
        String name,
        String type,
        @Nullable Integer ttl,
        @Nullable Integer priority,
        String value,
        @Nullable Integer oldTtl,
        @Nullable Integer oldPriority,
        @Nullable String oldValue,
        String state,
        @Nullable String reason) {

    static StepView planned(ZoneStep step) {
        String name = step.name().toString();
        String type = step.type().name();
        if (step instanceof ZoneStep.Create create) {
            RecordData data = create.draft().data();
            return of("create", name, type, create.draft().ttl(), data);
        }
        if (step instanceof ZoneStep.Change change) {
            RecordData data = change.patch().data() == null
                    ? change.record().data()
                    : change.patch().data();
            @Nullable
            Ttl ttl = change.patch().ttl() == null
                    ? change.record().ttl()
                    : change.patch().ttl();
            return of("change", name, type, ttl, data).insteadOf(change.record(), data);
        }
        DnsRecord record = ((ZoneStep.Remove) step).record();
        return of("remove", name, type, record.ttl(), record.data());
    }

    private static StepView of(String action, String name, String type, @Nullable Ttl ttl, RecordData data) {
        return new StepView(
                action, name, type, seconds(ttl), priority(data), data.value(), null, null, null, "planned", null);
    }

    /** Shows of the old record only what becomes different. */
    private StepView insteadOf(DnsRecord old, RecordData data) {
        @Nullable Integer before = seconds(old.ttl());
        boolean otherData = !old.data().equals(data);
        return new StepView(
                action,
                name,
                type,
                ttl,
                priority,
                value,
                before == null || before.equals(ttl) ? null : before,
                otherData ? priority(old.data()) : null,
                otherData ? old.data().value() : null,
                state,
                reason);
    }

    StepView ended(String how, @Nullable String why) {
        return new StepView(action, name, type, ttl, priority, value, oldTtl, oldPriority, oldValue, how, why);
    }

    String[] row() {
        String sign = switch (action) {
            case "create" -> "+";
            case "change" -> "~";
            default -> "-";
        };
        String now = text(priority, value);
        return new String[] {
            sign,
            name,
            oldTtl == null ? seconds() : oldTtl + " -> " + seconds(),
            type,
            oldValue == null ? now : text(oldPriority, oldValue) + " -> " + now
        };
    }

    private String seconds() {
        return ttl == null ? "-" : ttl.toString();
    }

    static String text(@Nullable Integer priority, String value) {
        return priority == null ? value : priority + " " + value;
    }

    static @Nullable Integer priority(RecordData data) {
        return data.priority().isPresent() ? data.priority().getAsInt() : null;
    }

    static @Nullable Integer seconds(@Nullable Ttl ttl) {
        return ttl == null ? null : ttl.seconds();
    }
}
