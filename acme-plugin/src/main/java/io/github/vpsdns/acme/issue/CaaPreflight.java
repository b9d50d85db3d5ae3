// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.PersistentIdentity;
import io.github.vpsdns.acme.caa.CaaCheck;
import io.github.vpsdns.acme.caa.CaaVerdict;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the CAA records before the CA does, so that a forbidden name costs no order and no failed validation. */
final class CaaPreflight {
    private static final Logger LOG = LoggerFactory.getLogger(CaaPreflight.class);

    private final Ca ca;
    private final AuthoritativeDns dns;

    CaaPreflight(Ca ca, AuthoritativeDns dns) {
        this.ca = ca;
        this.dns = dns;
    }

    void require(IssueOptions options, URI account) {
        List<String> identities = PersistentIdentity.caaIdentities(ca.metadata());
        if (identities.isEmpty()) {
            LOG.debug("the CA {} does not say by which names CAA records mean it", ca.host());
            return;
        }
        Map<DomainName, CaaVerdict> verdicts = CaaCheck.of(dns)
                .check(options.names(), identities, account, options.challenge().wireName());
        List<String> forbidden = new ArrayList<>();
        verdicts.forEach((name, verdict) -> {
            if (verdict instanceof CaaVerdict.Forbidden no) {
                forbidden.add(name + ": " + no.reason() + "; " + no.remedy());
            } else if (verdict instanceof CaaVerdict.Unknown unknown) {
                LOG.debug("whether CAA records allow a certificate for {} is not known: {}", name, unknown.reason());
            }
        });
        if (!forbidden.isEmpty()) {
            throw CaException.of(
                    Kind.REFUSED,
                    "nothing was ordered, since the CA " + ca.host() + " may not issue: "
                            + String.join("; ", forbidden),
                    null);
        }
    }
}
