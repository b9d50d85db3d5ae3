// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import io.github.vpsdns.sandbox.state.OwnerName;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Turns records as the API stores them into records as the DNS has them.
 *
 * <p>Host names in values are full names, with or without trailing dot: that is how the vendor's examples write them.
 */
final class RecordCompiler {
    private static final Logger log = LoggerFactory.getLogger(RecordCompiler.class);

    private RecordCompiler() {}

    /** The record on the wire, or empty if what is stored cannot be said in the DNS. */
    static Optional<Record> compile(SandboxRecord stored, String domain) {
        try {
            Name owner = Name.fromString(OwnerName.of(stored.name(), domain), Name.root);
            int type = Type.value(stored.type());
            if (type == -1) {
                throw new IOException("unknown record type");
            }
            if (type == Type.TXT) {
                return Optional.of(
                        Record.newRecord(owner, type, DClass.IN, stored.ttl(), characterStrings(stored.value())));
            }
            String rdata = withPriority(stored, type);
            return Optional.of(Record.fromString(owner, type, DClass.IN, stored.ttl(), rdata, Name.root));
        } catch (IOException | IllegalArgumentException e) {
            // Compiled anew at each change of the zone: a warning would come each time.
            log.debug(
                    "Record left out of the DNS: zone={} name={} type={} reason={}",
                    domain,
                    stored.name(),
                    stored.type(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static String withPriority(SandboxRecord stored, int type) throws IOException {
        if (type != Type.MX && type != Type.SRV) {
            return stored.value();
        }
        if (stored.priority() == null) {
            throw new IOException("no priority");
        }
        return stored.priority() + " " + stored.value();
    }

    /** TXT RDATA: strings of at most 255 octets, each behind its length (RFC 1035 section 3.3.14). */
    private static byte[] characterStrings(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream rdata = new ByteArrayOutputStream(text.length + text.length / 255 + 1);
        int from = 0;
        do {
            int length = Math.min(255, text.length - from);
            rdata.write(length);
            rdata.write(text, from, length);
            from += length;
        } while (from < text.length);
        return rdata.toByteArray();
    }
}
