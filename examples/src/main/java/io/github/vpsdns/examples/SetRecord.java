// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import java.net.URI;
import java.util.List;

/** Makes the A records of a name equal to one address, with the fewest calls. */
public final class SetRecord {
    private SetRecord() {}

    /**
     * Sets the record.
     *
     * @param api the API, such as {@code https://admin.vps.org/api/v1}
     * @param token its token
     * @param name a full name in any zone of the account
     * @param address an IPv4 address
     * @return what it took
     */
    public static SetOutcome run(URI api, ApiToken token, String name, String address) {
        try (VpsDnsClient client =
                VpsDnsClient.builder().apiUrl(api).token(token).build()) {
            RecordEditor editor = new RecordEditor(client);
            return editor.set(DomainName.of(name), RecordType.A, List.of(A.of(address)), Ttl.of(300));
        }
    }
}
