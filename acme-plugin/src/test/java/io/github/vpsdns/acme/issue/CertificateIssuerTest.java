// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import org.junit.jupiter.api.Test;

class CertificateIssuerTest {
    @Test
    void issuesForApexAndWildcardAndLeavesNothingBehind() {
        try (World world = World.start()) {
            IssuedCertificate issued = world.issuer().issue(World.names("example.com", "*.example.com"), null);

            assertThat(CertificateNames.of(issued.certificate()))
                    .containsExactlyInAnyOrder(DomainName.of("example.com"), DomainName.of("*.example.com"));
            assertThat(issued.key().getPublic()).isEqualTo(issued.certificate().getPublicKey());
            assertThat(world.zone()).isEmpty();
        }
    }
}
