// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import java.util.List;
import org.xbill.DNS.Record;

/** What a name server said. */
sealed interface DnsAnswer {
    /** The records of the type asked for; empty if there is none of it. */
    record Records(List<Record> records) implements DnsAnswer {}

    /** No records: a response code such as {@code NXDOMAIN}, or words such as {@code query timed out}. */
    record Failure(String what) implements DnsAnswer {}
}
