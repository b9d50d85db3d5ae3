// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.core.record.RecordType;
import java.util.Iterator;

/** The types of records that shells offer. */
final class RecordTypes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return RecordType.KNOWN.stream().map(RecordType::name).iterator();
    }
}
