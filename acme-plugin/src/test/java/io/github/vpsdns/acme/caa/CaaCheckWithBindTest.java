// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CAA records as BIND9 serves them from zone files, up to a top-level domain that can be asked. */
@NeedsPrograms("named")
class CaaCheckWithBindTest {
    private static final URI ACCOUNT = URI.create("https://ca.example/acct/1");
    private static final Map<String, String> ZONES = Map.of("test", """
            open NS localhost.
            closed NS localhost.
            """, "open.test", """
            www A 192.0.2.1
            """, "closed.test", """
            @ CAA 0 issue "ca.example; accounturi=https://ca.example/acct/1; validationmethods=dns-01,http-01"
            @ CAA 0 issuewild ";"
            @ CAA 0 iodef "mailto:a@closed.test"
            alias CNAME www.open.test.
            future CAA 128 future "x"
            future CAA 0 issue "ca.example"
            """);

    private final NamedServer named = NamedServer.start();
    private final CaaCheck check = CaaCheck.of(
            AuthoritativeDns.builder().nameServers(List.of(named.address())).build());

    @BeforeEach
    void serve() throws Exception {
        Path directory = named.target().directory();
        StringBuilder conf = new StringBuilder();
        for (Map.Entry<String, String> zone : ZONES.entrySet()) {
            Path file = directory.resolve(zone.getKey() + ".zone");
            Files.writeString(
                    file, "$TTL 60\n@ SOA localhost. a.localhost. 1 60 60 60 60\n@ NS localhost.\n" + zone.getValue());
            conf.append("zone \"%s\" { type primary; file \"%s\"; };%n".formatted(zone.getKey(), file));
        }
        Files.writeString(directory.resolve("zones.conf"), conf);
        rndc("reconfig");
    }

    @AfterEach
    void stop() {
        named.close();
    }

    private void rndc(String word) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(named.target().rndc());
        command.add(word);
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    private CaaVerdict judge(String name) {
        return check.check(DomainName.of(name), List.of("ca.example"), ACCOUNT, "dns-01");
    }

    @Test
    void findsNothingUpToTheTopLevelDomain() {
        assertThat(judge("a.b.open.test")).isEqualTo(new CaaVerdict.Allowed(Optional.empty()));
        assertThat(judge("*.open.test")).isEqualTo(new CaaVerdict.Allowed(Optional.empty()));
    }

    @Test
    void readsEveryParameter() {
        assertThat(judge("www.closed.test"))
                .isEqualTo(new CaaVerdict.Allowed(Optional.of(DomainName.of("closed.test"))));
        assertThat(check.check(DomainName.of("closed.test"), List.of("ca.example"), ACCOUNT, "dns-persist-01"))
                .isInstanceOf(CaaVerdict.Forbidden.class);
        assertThat(check.check(DomainName.of("closed.test"), List.of("ca.example"), URI.create("https://x"), "dns-01"))
                .isInstanceOf(CaaVerdict.Forbidden.class);
    }

    @Test
    void forbidsWildcardsAndCriticalRecords() {
        assertThat(judge("*.closed.test")).isInstanceOf(CaaVerdict.Forbidden.class);
        assertThat(judge("www.future.closed.test")).isInstanceOf(CaaVerdict.Forbidden.class);
    }

    @Test
    void climbsFromAnAliasThatLeadsToAnotherZone() {
        assertThat(judge("alias.closed.test"))
                .isEqualTo(new CaaVerdict.Allowed(Optional.of(DomainName.of("closed.test"))));
    }
}
