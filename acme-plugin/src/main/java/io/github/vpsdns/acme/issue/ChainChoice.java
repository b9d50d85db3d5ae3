// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses among the chains that a CA offers for one certificate. Stateless. */
final class ChainChoice {
    private static final Logger LOG = LoggerFactory.getLogger(ChainChoice.class);

    private ChainChoice() {}

    /**
     * Returns the first chain whose last certificate was issued by the preferred issuer, else the first one that has it anywhere,
     * else the CA's default. Further chains are fetched only while none fits.
     */
    static List<X509Certificate> choose(Stream<List<X509Certificate>> offered, @Nullable String preferred) {
        Iterator<List<X509Certificate>> chains = offered.iterator();
        List<X509Certificate> byDefault = chains.next();
        if (preferred == null) {
            return byDefault;
        }
        List<List<X509Certificate>> seen = new ArrayList<>(List.of(byDefault));
        while (!endsAt(seen.get(seen.size() - 1), preferred) && chains.hasNext()) {
            seen.add(chains.next());
        }
        List<X509Certificate> last = seen.get(seen.size() - 1);
        if (endsAt(last, preferred)) {
            return last;
        }
        return seen.stream().filter(chain -> has(chain, preferred)).findFirst().orElseGet(() -> {
            LOG.warn(
                    "no chain leads to '{}', so the CA's default is taken; there are chains to {}",
                    preferred,
                    seen.stream().map(ChainChoice::end).toList());
            return byDefault;
        });
    }

    private static boolean endsAt(List<X509Certificate> chain, String issuer) {
        return end(chain).equals(issuer);
    }

    private static boolean has(List<X509Certificate> chain, String issuer) {
        return chain.stream()
                .anyMatch(certificate ->
                        commonName(certificate.getIssuerX500Principal()).equals(issuer));
    }

    private static String end(List<X509Certificate> chain) {
        return chain.isEmpty() ? "" : commonName(chain.get(chain.size() - 1).getIssuerX500Principal());
    }

    private static String commonName(X500Principal name) {
        try {
            Optional<Rdn> found = new LdapName(name.getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .reduce((first, second) -> second);
            return found.map(part -> String.valueOf(part.getValue())).orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }
}
