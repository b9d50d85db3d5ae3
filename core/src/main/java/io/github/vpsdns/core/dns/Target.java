// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.dns.internal.Question;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is waited for at one name: values of one type.
 *
 * @param question what is asked
 * @param values what must be among the answer
 */
record Target(Question question, Set<RecordData> values) {
    /** Splits what is wanted by type, as a question is about one type. */
    static List<Target> of(Map<DomainName, Set<RecordData>> wanted) {
        List<Target> targets = new ArrayList<>();
        wanted.forEach((name, values) -> {
            if (values.isEmpty()) {
                throw new InvalidValueException(
                        "no value is given to wait for at '" + name + "'; expected at least one");
            }
            Map<RecordType, Set<RecordData>> byType = new LinkedHashMap<>();
            values.forEach(value -> byType.computeIfAbsent(value.type(), type -> new LinkedHashSet<>())
                    .add(value));
            byType.forEach((type, some) -> targets.add(new Target(Question.authoritative(name, type), some)));
        });
        return targets;
    }
}
