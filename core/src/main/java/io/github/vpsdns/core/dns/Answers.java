// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.RecordData;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers in a person's words. */
final class Answers {
    private static final int SHOWN = 3;
    private static final int LONGEST = 80;

    private Answers() {}

    static String describe(Answer answer) {
        if (answer instanceof Answer.Data data) {
            String shown =
                    data.data().stream().limit(SHOWN).map(Answers::shortened).collect(Collectors.joining(", "));
            int more = data.data().size() - SHOWN;
            return more > 0 ? shown + " and " + more + " more" : shown;
        }
        if (answer instanceof Answer.Alias alias) {
            return "an alias of '" + alias.target() + "'";
        }
        if (answer instanceof Answer.NoData) {
            return "no such records";
        }
        return answer instanceof Answer.Failed failed ? failed.reason() : "no such name";
    }

    private static String shortened(RecordData data) {
        String text = data.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    static Optional<DomainName> cname(Answer answer) {
        return answer instanceof Answer.Data data && data.data().get(0) instanceof Cname cname
                ? Optional.of(cname.target())
                : Optional.empty();
    }
}
