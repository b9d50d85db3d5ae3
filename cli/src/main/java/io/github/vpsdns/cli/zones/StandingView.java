// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.core.edit.zone.Standing;
import io.github.vpsdns.core.record.RecordData;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not in the file and stays, as a JSON document and a line show it.
 *
 * @param name the full name
 * @param type the type
 * @param ttl the TTL in seconds, or {@code null} if it is not known
 * @param priority the priority of MX and SRV, {@code null} for others
 * @param value the value in the API's form
 * @param reason {@code not-pruned}, {@code apex-ns}, {@code challenge}, {@code kept-name} or {@code opaque}
 */
record StandingView(
        String name,
        String type,
        @Nullable Integer ttl,
        @Nullable Integer priority,
        String value,
        String reason) {

    static StandingView of(Standing standing) {
        RecordData data = standing.record().data();
        return new StandingView(
                standing.name().toString(),
                data.type().name(),
                StepView.seconds(standing.record().ttl()),
                StepView.priority(data),
                data.value(),
                standing.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String[] row() {
        String why = switch (reason) {
            case "apex-ns" -> "stays: the zone's own name servers";
            case "challenge" -> "stays: a challenge may be under way";
            case "kept-name" -> "stays: --keep";
            case "opaque" -> "stays: not understood";
            default -> "stays: not in the file";
        };
        return new String[] {
            "=", name, ttl == null ? "-" : ttl.toString(), type, StepView.text(priority, value) + "  (" + why + ")"
        };
    }
}
