// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of the CA and the way to it that pass do not stop an issuance; those that last end it with a clean zone. */
class CaFaultsTest {
    static Stream<Arguments> faultsOfEachRequest() {
        return Stream.of(
                        Endpoint.DIRECTORY,
                        Endpoint.NEW_NONCE,
                        Endpoint.NEW_ACCOUNT,
                        Endpoint.NEW_ORDER,
                        Endpoint.AUTHORIZATION,
                        Endpoint.CHALLENGE,
                        Endpoint.ORDER,
                        Endpoint.FINALIZE,
                        Endpoint.CERTIFICATE)
                .flatMap(endpoint -> Stream.of(
                                AcmeFault.unavailable(Duration.ofSeconds(2)),
                                AcmeFault.problem(ProblemType.SERVER_INTERNAL, "out of order"),
                                AcmeFault.dropBefore(),
                                AcmeFault.dropAfter())
                        .map(fault -> Arguments.of(endpoint, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faultsOfEachRequest")
    void survivesTwoFaultsInARowOfARequest(Endpoint endpoint, AcmeFault fault) {
        try (World world = World.start()) {
            world.sandbox.acme().faults().next(endpoint, 2, fault);

            IssuedCertificate issued = world.issuer().issue(World.names("example.com", "*.example.com"), null);

            assertThat(issued.chain()).isNotEmpty();
            assertThat(world.sandbox.acme().log().issued()).hasSize(1);
            assertThat(world.zone()).isEmpty();
        }
    }

    @Test
    void survivesManyBadNonces() {
        try (World world = World.start(ca -> ca.badNoncePercent(15).seed(7))) {
            for (int i = 0; i < 5; i++) {
                assertThat(world.issuer()
                                .issue(World.names("n" + i + ".example.com", "*.example.com"), null)
                                .chain())
                        .isNotEmpty();
            }
            assertThat(world.zone()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW_ORDER", "AUTHORIZATION", "CHALLENGE", "FINALIZE", "CERTIFICATE"})
    void givesUpWithACleanZoneWhereTheCaStaysAway(Endpoint endpoint) {
        try (World world = World.start()) {
            world.sandbox.acme().faults().always(endpoint, AcmeFault.unavailable(Duration.ofSeconds(1)));

            CaException e = catchThrowableOfType(
                    CaException.class, () -> world.issuer().issue(World.names("example.com", "a.example.com"), null));

            assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(e.isTransient()).isTrue();
            assertThat(e).hasMessageContaining("answered HTTP 503 without saying why; try again after ");
            assertThat(world.zone()).isEmpty();
        }
    }

    @Test
    void goesByRetryAfterOfThePolledResource() {
        try (World world = World.start(ca -> ca.patience(Duration.ZERO)
                .validationDelay(Duration.ofMillis(200))
                .issuingDelay(Duration.ofMillis(200))
                .pollInterval(Duration.ofSeconds(2))
                .pollIntervalAsDate(true))) {
            assertThat(world.issuer().issue(World.names("example.com"), null).chain())
                    .isNotEmpty();
        }
    }

    @Test
    void saysThatTheCaCannotBeReached() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (World world = World.start()) {
            AcmeServer nobody = new AcmeServer(URI.create("http://127.0.0.1:" + port + "/directory"), null);
            CertificateIssuer issuer = new CertificateIssuer(
                    nobody, World.ACCOUNT, world.accounts, world.solver().build(), world.time, IssueListener.NONE);

            CaException e =
                    catchThrowableOfType(CaException.class, () -> issuer.issue(World.names("example.com"), null));

            assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(e)
                    .hasMessage("reading the directory of the CA: the CA 127.0.0.1 cannot be reached: no connection");
        }
    }

    @Test
    void saysThatTheUrlIsNoDirectory() {
        try (World world = World.start()) {
            AcmeServer wrong = new AcmeServer(world.sandbox.apiUrl(), null);
            CertificateIssuer issuer = new CertificateIssuer(
                    wrong, World.ACCOUNT, world.accounts, world.solver().build(), world.time, IssueListener.NONE);

            CaException e =
                    catchThrowableOfType(CaException.class, () -> issuer.issue(World.names("example.com"), null));

            assertThat(e.kind()).isEqualTo(Kind.UNEXPECTED);
            assertThat(e).hasMessageContaining("is this the URL of an ACME directory?");
        }
    }
}
