// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Session;

/** The same against the sandbox: API, name server and CA in this process. */
@VpsDnsSandbox(zones = "example.com")
final class OwnCertificateTest {
    @Test
    void getsACertificateAndLeavesTheZoneAsItWas(Sandbox sandbox) throws Exception {
        AuthoritativeDns dns = AuthoritativeDns.builder().nameServers(sandbox.nameServers()).build();
        try (VpsDnsClient api = VpsDnsClient.builder()
                .apiUrl(sandbox.apiUrl())
                .token(ApiToken.of(sandbox.token()))
                .build()) {
            Certificate certificate = OwnCertificate.issue(
                    api, dns, new Session(sandbox.acmeDirectory()), keyPair(), keyPair(), "www.example.com");

            assertEquals("CN=www.example.com", certificate.getCertificate().getSubjectX500Principal().getName());
        }
        assertTrue(sandbox.zones().records("example.com").isEmpty());
    }

    private static KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
