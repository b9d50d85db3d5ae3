// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import java.util.List;

/** What one name server said to one question. */
public sealed interface Answer {
    /**
     * The name has data of the type asked for.
     *
     * @param data the values, at least one
     */
    record Data(List<RecordData> data) implements Answer {}

    /**
     * The name is an alias (RFC 1034 section 3.6.2) and the type asked for was not CNAME.
     *
     * @param target what it stands for
     */
    record Alias(DomainName target) implements Answer {}

    /** The name exists without data of the type asked for. */
    record NoData() implements Answer {}

    /** The name does not exist. */
    record NoSuchName() implements Answer {}

    /**
     * The server gave no usable answer.
     *
     * @param reason one clause, such as {@code "no answer within 3 s"} or {@code "SERVFAIL"}
     * @param silent whether nothing came back at all, as from a server that is down
     */
    record Failed(String reason, boolean silent) implements Answer {}
}
