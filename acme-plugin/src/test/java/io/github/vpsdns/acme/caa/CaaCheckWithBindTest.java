// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What BIND9 makes of CAA records, with a top-level domain that can be asked. */
@NeedsPrograms("named")
class CaaCheckWithBindTest {
    private static final URI ACCOUNT = URI.create("https://ca.example/acct/1");

    @Test
    void climbsToTheTopLevelDomainAndReadsEveryParameter() {
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutDns()
                        .withoutAcme()
                        .bind(named.target())
                        .zone("test", "open.test", "closed.test")
                        .start()) {
            sandbox.zones().add("closed.test", "@", "CAA", "0 issue \"ca.example; accounturi=" + ACCOUNT + "\"");
            sandbox.zones().add("closed.test", "@", "CAA", "0 issuewild \";\"");
            sandbox.zones().add("closed.test", "alias", "CNAME", "www.open.test");
            CaaCheck check = CaaCheck.of(AuthoritativeDns.builder()
                    .nameServers(List.of(named.address()))
                    .build());

            assertThat(judge(check, "a.b.open.test")).isEqualTo(new CaaVerdict.Allowed(Optional.empty()));
            assertThat(judge(check, "alias.closed.test"))
                    .isEqualTo(new CaaVerdict.Allowed(Optional.of(DomainName.of("closed.test"))));
            assertThat(judge(check, "*.closed.test")).isInstanceOf(CaaVerdict.Forbidden.class);
            assertThat(check.check(DomainName.of("closed.test"), List.of("other.example"), ACCOUNT, "dns-01"))
                    .isInstanceOf(CaaVerdict.Forbidden.class);
        }
    }

    private static CaaVerdict judge(CaaCheck check, String name) {
        return check.check(DomainName.of(name), List.of("ca.example"), ACCOUNT, "dns-01");
    }
}
