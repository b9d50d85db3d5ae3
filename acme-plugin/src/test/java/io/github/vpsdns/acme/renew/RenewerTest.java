// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.NAME;
import static io.github.vpsdns.acme.renew.RenewalWorld.certificate;
import static io.github.vpsdns.acme.renew.RenewalWorld.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.NotDue;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.schedule.Plan.Reason;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewerTest {
    private final RenewalWorld world = RenewalWorld.start();
    private final CertificateStorage storage = CertificateStorage.inMemory();
    private final Renewer renewer = world.renewer(storage).build();
    private final RenewalJob job = job(world.request());

    @AfterEach
    void stop() {
        assertThat(world.sandbox.zones().records("example.com")).isEmpty();
        world.close();
    }

    private RenewalOutcome due() {
        return renewer.renew(job, Urgency.IF_DUE);
    }

    /** Lets time pass until the certificate is due. */
    private void untilDue() {
        RenewalOutcome ignored = due();
        world.time.advance(Duration.between(world.time.now(), renewer.plan(job).at()));
    }

    @Test
    void getsACertificateWhereThereIsNone() {
        assertThat(renewer.plan(job).reason()).isEqualTo(Reason.NO_CERTIFICATE);
        assertThat(due()).isInstanceOf(Renewed.class);

        assertThat(certificate(storage)).isEqualTo(world.certificates().get(0));
        assertThat(storage.memory(NAME).lastSuccess()).isEqualTo(world.time.now());
        assertThat(storage.memory(NAME).lastPropagation()).isNotNull();
    }

    @Test
    void makesNoCallWhileNothingIsDue() {
        assertThat(due()).isInstanceOf(Renewed.class);
        assertThat(due()).isInstanceOf(NotDue.class);
        world.sandbox.calls().clear();
        world.sandbox.acme().log().clear();

        world.time.advance(Duration.ofHours(1));

        assertThat(due()).isInstanceOf(NotDue.class);
        assertThat(world.calls()).isEmpty();
        assertThat(world.sandbox.acme().log().counts()).isEmpty();
    }

    @Test
    void asksTheCaAgainWhenItsRetryAfterIsOver() {
        assertThat(due()).isInstanceOf(Renewed.class);
        assertThat(due()).isInstanceOf(NotDue.class);

        world.time.advance(Duration.ofHours(6).minusSeconds(1));
        RenewalOutcome early = due();
        int before = world.sandbox.acme().log().count(Endpoint.RENEWAL_INFO);
        world.time.advance(Duration.ofSeconds(1));
        RenewalOutcome late = due();

        assertThat(before).isEqualTo(1);
        assertThat(world.sandbox.acme().log().count(Endpoint.RENEWAL_INFO)).isEqualTo(2);
        assertThat(late.next()).isEqualTo(early.next());
    }

    @Test
    void renewsAtTheMomentChosenInTheCasWindowAndNamesWhatItReplaces() {
        assertThat(due()).isInstanceOf(Renewed.class);
        untilDue();
        assertThat(renewer.plan(job).reason()).isEqualTo(Reason.ARI);

        assertThat(due()).isInstanceOf(Renewed.class);
        assertThat(world.orders()).hasSize(2);
        assertThat(world.orders().get(1).replaces()).isNotNull();
    }

    @Test
    void renewsAtOnceWhereTheWholeWindowHasPassed() {
        assertThat(due()).isInstanceOf(Renewed.class);
        Instant now = world.time.now();
        world.sandbox
                .acme()
                .moveRenewalWindow(
                        certificate(storage), now.minusSeconds(7200), now.minusSeconds(3600), "https://ca.example/why");

        assertThat(due()).isInstanceOf(Renewed.class);
    }

    @Test
    void goesByTheLifetimeWhereTheCaTellsNoWindow() {
        assertThat(due()).isInstanceOf(Renewed.class);
        world.sandbox
                .acme()
                .faults()
                .always(Endpoint.RENEWAL_INFO, AcmeFault.problem(ProblemType.MALFORMED, "no such certificate"));

        RenewalOutcome outcome = due();

        X509Certificate certificate = certificate(storage);
        Duration lifetime = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertThat(outcome.next().reason()).isEqualTo(Reason.LIFETIME);
        assertThat(outcome.next().at())
                .isEqualTo(certificate.getNotAfter().toInstant().minus(lifetime.dividedBy(3)));
    }

    @Test
    void keepsTheWindowItKnowsWhileTheCaCannotBeAsked() {
        assertThat(due()).isInstanceOf(Renewed.class);
        Instant chosen = due().next().at();
        world.sandbox
                .acme()
                .faults()
                .always(Endpoint.RENEWAL_INFO, AcmeFault.problem(ProblemType.SERVER_INTERNAL, "down"));
        world.time.advance(Duration.ofHours(6));

        assertThat(due().next().at()).isEqualTo(chosen);
        assertThat(storage.memory(NAME).pause()).isNotNull();
    }

    @Test
    void doesNotAskAboutAnExpiredCertificate() {
        assertThat(due()).isInstanceOf(Renewed.class);
        world.time.advance(Duration.ofDays(100));
        assertThat(renewer.plan(job).reason()).isEqualTo(Reason.EXPIRED);

        assertThat(due()).isInstanceOf(Renewed.class);

        assertThat(world.sandbox.acme().log().count(Endpoint.RENEWAL_INFO)).isZero();
    }

    @Test
    void renewsInAnEmergencyWhateverTheCaSuggests() {
        assertThat(due()).isInstanceOf(Renewed.class);
        Instant end = certificate(storage).getNotAfter().toInstant();
        world.sandbox.acme().moveRenewalWindow(certificate(storage), end.plusSeconds(1), end.plusSeconds(9999), null);
        assertThat(due().next().reason()).isEqualTo(Reason.EMERGENCY);

        world.time.advance(Duration.between(world.time.now(), renewer.plan(job).at()));

        assertThat(due()).isInstanceOf(Renewed.class);
        assertThat(Duration.between(world.time.now(), end)).isCloseTo(Duration.ofHours(108), Duration.ofMinutes(1));
    }

    @Test
    void renewsWhenOtherNamesAreWanted() {
        assertThat(due()).isInstanceOf(Renewed.class);
        RenewalJob more = job(world.request(World.names("example.com", "www.example.com")));

        assertThat(renewer.plan(more).reason()).isEqualTo(Reason.CHANGED);
        assertThat(renewer.renew(more, Urgency.IF_DUE)).isInstanceOf(Renewed.class);
        assertThat(renewer.renew(more, Urgency.IF_DUE)).isInstanceOf(NotDue.class);
    }

    @Test
    void renewsWhenAnotherKeyOrProfileIsWanted() {
        assertThat(due()).isInstanceOf(Renewed.class);

        assertThat(renewer.plan(job(world.request(World.names("example.com").withKeyType(KeyType.P384))))
                        .reason())
                .isEqualTo(Reason.CHANGED);
        assertThat(renewer.plan(job(world.request(World.names("example.com").withProfile("shortlived"))))
                        .reason())
                .isEqualTo(Reason.CHANGED);
        assertThat(renewer.plan(job(world.request().withReuseKey(true))).reason())
                .isEqualTo(Reason.LIFETIME);
    }

    @Test
    void keepsTheKeyWhereThatIsWanted() {
        RenewalJob keeping = job(world.request().withReuseKey(true));
        assertThat(renewer.renew(keeping, Urgency.NOW)).isInstanceOf(Renewed.class);
        var first = certificate(storage).getPublicKey();

        assertThat(renewer.renew(keeping, Urgency.NOW)).isInstanceOf(Renewed.class);

        assertThat(certificate(storage).getPublicKey()).isEqualTo(first);
    }

    @Test
    void renewsNowWhenForcedThoughABackOffIsNotOver() {
        world.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.CAA, "no"));
        assertThat(due()).isInstanceOf(Failed.class);
        assertThat(due()).isInstanceOf(NotDue.class);

        assertThat(renewer.renew(job, Urgency.NOW)).isInstanceOf(Renewed.class);
        assertThat(storage.memory(NAME).trouble()).isNull();
    }

    @Test
    void triesAgainAfterOneTenAndAHundredMinutesThenDaily() {
        world.sandbox.acme().faults().always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.CAA, "no"));

        for (Duration step : new Duration[] {
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(100),
            Duration.ofDays(1),
            Duration.ofDays(1)
        }) {
            Failed failed = (Failed) due();
            Duration wait = Duration.between(world.time.now(), failed.next().at());
            assertThat(wait).isBetween(step.multipliedBy(9).dividedBy(10), step);
            assertThat(failed.next().held()).isTrue();
            world.time.advance(wait);
        }
        assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isEqualTo(5);
    }

    @Test
    void waitsUntilTheDateOfARateLimit() {
        world.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.rateLimited(Duration.ofDays(3)));

        Failed failed = (Failed) due();

        assertThat(failed.trouble().kind()).isEqualTo("rate-limited");
        assertThat(Duration.between(world.time.now(), failed.next().at()))
                .isCloseTo(Duration.ofDays(3), Duration.ofSeconds(2));
    }

    @Test
    void countsARequestThatCannotBeReadAsAFailure() {
        RenewalJob broken = new RenewalJob(NAME, () -> {
            throw new InvalidValueException("'x' is no key type");
        });

        Failed failed = (Failed) renewer.renew(broken, Urgency.IF_DUE);

        assertThat(failed.reason()).hasMessage("'x' is no key type");
        assertThat(failed.trouble().kind()).isEqualTo("invalid-value");
        assertThat(renewer.renew(broken, Urgency.IF_DUE)).isInstanceOf(NotDue.class);
    }

    @Test
    void goesOnFromWhatAnotherProcessRemembered() {
        assertThat(due()).isInstanceOf(Renewed.class);
        RenewalOutcome first = due();

        RenewalOutcome second = world.renewer(storage).build().renew(job, Urgency.IF_DUE);

        assertThat(second.next()).isEqualTo(first.next());
        assertThat(world.sandbox.acme().log().count(Endpoint.RENEWAL_INFO)).isEqualTo(1);
    }

    @Test
    void knowsThatItSucceededWhereItWasCutOffJustAfterTheInstallation() {
        assertThat(due()).isInstanceOf(Renewed.class);
        RenewalMemory after = storage.memory(NAME);
        RenewalMemory cutOff = RenewalMemory.EMPTY.withArriving(after.issued());
        RenewalMemory ignored = storage.update(NAME, stored -> cutOff);

        assertThat(renewer.status(job).memory().issued()).isEqualTo(after.issued());
        assertThat(renewer.status(job).memory().owesDeploy(after.issued().serial()))
                .isTrue();
    }
}
