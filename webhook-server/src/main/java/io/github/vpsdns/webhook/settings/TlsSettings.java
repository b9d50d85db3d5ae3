// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.core.name.DomainName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the server's own certificate comes from. */
public sealed interface TlsSettings {
    /**
     * From files, which are looked at anew every few seconds.
     *
     * @param certificate PEM: the certificate and its chain
     * @param key PEM, only its owner may read it
     */
    record Files(Path certificate, Path key) implements TlsSettings {}

    /**
     * From a CA, by DNS-01 challenges in the zones of the API's account.
     *
     * @param names the certificate's names, one or more
     * @param email for the CA, or {@code null}
     * @param server the CA
     * @param directory where accounts and certificates are kept
     */
    record Acme(List<DomainName> names, @Nullable String email, AcmeServer server, Path directory)
            implements TlsSettings {
        /** Copies the list. */
        public Acme {
            names = List.copyOf(names);
        }
    }
}
