// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.Certificate;

@VpsDnsSandbox(zones = "example.com")
final class IssueWithAcme4jTest {
    @Test
    void obtainsAWildcardCertificateAndLeavesTheZoneEmpty(Sandbox sandbox) throws Exception {
        try (VpsDnsClient client = VpsDnsClient.builder()
                .apiUrl(sandbox.apiUrl())
                .token(ApiToken.of(sandbox.token()))
                .build()) {
            AuthoritativeDns dns = AuthoritativeDns.builder()
                    .nameServers(sandbox.nameServers())
                    .build();

            Certificate certificate = IssueWithAcme4j.issue(
                    sandbox.acmeDirectory(), keyPair(), client, dns, keyPair(), "example.com", "*.example.com");

            assertThat(certificate.getCertificate().getSubjectAlternativeNames())
                    .extracting(name -> (Object) name.get(1))
                    .containsExactlyInAnyOrder("example.com", "*.example.com");
        }
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    private static KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
