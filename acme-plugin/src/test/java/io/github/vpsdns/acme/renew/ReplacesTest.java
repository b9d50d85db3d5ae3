// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a new order says of the certificate that it replaces (RFC 9773 section 5), and what CAs say to that. */
class ReplacesTest {
    private final RenewalWorld world = RenewalWorld.start();
    private final CertificateStorage storage = CertificateStorage.inMemory();
    private final Renewer renewer = world.renewer(storage).build();

    @BeforeEach
    void first() {
        assertThat(renewer.renew(job(world.request()), Urgency.NOW)).isInstanceOf(Renewed.class);
        world.sandbox.acme().log().clear();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private RenewalOutcome again() {
        return renewer.renew(job(world.request()), Urgency.NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALREADY_REPLACED | cannot indicate an order replaces certificate with certID x, which already has a replacement
            CONFLICT         | cannot indicate an order replaces certificate with certID x, which already has a replacement
            MALFORMED        | identifiers in this order do not match any identifiers in the certificate being replaced
            UNAUTHORIZED     | requester account did not request the certificate being replaced by this order
            MALFORMED        | parsing ARI CertID failed: unknown issuer
            """)
    void ordersOnceMoreWithoutItWhereTheCaDoesNotWantIt(ProblemType type, String detail) {
        world.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.problem(type, detail));

        assertThat(again()).isInstanceOf(Renewed.class);

        assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isEqualTo(2);
        assertThat(world.orders()).extracting(AcmeEvent.OrderCreated::replaces).containsExactly((String) null);
    }

    @Test
    void ordersOnceMoreWithoutItWhereTheCaHasForgottenTheFormerOne() {
        AcmeFault forgot = AcmeFault.problem(
                ProblemType.SERVER_INTERNAL, "could not find an order for the given certificate: not found");
        world.sandbox.acme().faults().next(Endpoint.NEW_ORDER, 5, forgot);

        assertThat(again()).isInstanceOf(Renewed.class);
    }

    @ParameterizedTest
    @CsvSource({"MALFORMED,the order is malformed", "UNAUTHORIZED,the account is not valid", "CAA,CAA forbids us"})
    void doesNotOrderOnceMoreForOtherReasons(ProblemType type, String detail) {
        world.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.problem(type, detail));

        assertThat(again()).isInstanceOf(Failed.class);

        assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isEqualTo(1);
    }

    @Test
    void givesUpWhereThePlainOrderIsRefusedToo() {
        world.sandbox
                .acme()
                .faults()
                .next(Endpoint.NEW_ORDER, 2, AcmeFault.problem(ProblemType.ALREADY_REPLACED, "already replaced"));

        assertThat(again()).isInstanceOf(Failed.class);

        assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isEqualTo(2);
    }

    @Test
    void saysNothingOfACertificateForOtherNames() {
        assertThat(renewer.renew(job(world.request(World.names("www.example.com"))), Urgency.NOW))
                .isInstanceOf(Renewed.class);

        assertThat(world.orders()).allMatch(order -> order.replaces() == null);
        assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isEqualTo(1);
    }

    @Test
    void saysNothingOfACertificateOfUnknownOrigin() {
        CertificateStorage imported = CertificateStorage.inMemory();
        imported.install(RenewalWorld.NAME, storage.load(RenewalWorld.NAME).orElseThrow());

        assertThat(world.renewer(imported).build().renew(job(world.request()), Urgency.NOW))
                .isInstanceOf(Renewed.class);

        assertThat(world.orders()).allMatch(order -> order.replaces() == null);
    }

    @Test
    void saysItWhereTheNamesOverlap() {
        assertThat(renewer.renew(job(world.request(World.names("example.com", "www.example.com"))), Urgency.NOW))
                .isInstanceOf(Renewed.class);

        assertThat(world.orders()).allMatch(order -> Objects.nonNull(order.replaces()));
    }
}
