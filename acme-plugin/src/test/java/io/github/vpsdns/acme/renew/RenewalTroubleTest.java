// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.NAME;
import static io.github.vpsdns.acme.renew.RenewalWorld.certificate;
import static io.github.vpsdns.acme.renew.RenewalWorld.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.renew.DeployResult.Deployed;
import io.github.vpsdns.acme.renew.DeployResult.Undeployed;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.NotDue;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.sandbox.acme.AcmeCa;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows when something goes wrong: the proof, and the deployer. */
class RenewalTroubleTest {
    private final RenewalWorld world = RenewalWorld.start();
    private final AcmeCa staging = AcmeCa.builder()
            .clock(RenewalWorld.clock(world.time))
            .resolver(world.sandbox::nameServers)
            .start();
    private final CertificateStorage storage = CertificateStorage.inMemory();
    private final List<String> news = new ArrayList<>();
    private final Renewer renewer = world.renewer(storage)
            .staging(server -> Optional.of(new AcmeServer(staging.directory(), null)))
            .listener(new RenewalListener() {
                @Override
                public void probing(LineageName name, String host) {
                    news.add("probing");
                }

                @Override
                public void recovered(LineageName name, Trouble overcome) {
                    news.add("recovered from " + overcome.failures());
                }
            })
            .build();

    @AfterEach
    void stop() {
        assertThat(world.sandbox.zones().records("example.com")).isEmpty();
        staging.close();
        world.close();
    }

    private static Problem refusedProof() {
        return Problem.of(ProblemType.UNAUTHORIZED, "another value is there");
    }

    private RenewalOutcome due() {
        return renewer.renew(job(world.request()), Urgency.IF_DUE);
    }

    private void afterBackOff() {
        world.time.advance(Duration.ofDays(1));
    }

    @Test
    void triesAtTheStagingServerFirstAfterARefusedProof() {
        world.sandbox.acme().faults().failValidation("example.com", 1, refusedProof());
        Failed failed = (Failed) due();
        assertThat(failed.trouble().kind()).isEqualTo("challenge-failed");
        assertThat(staging.certificates()).isEmpty();
        afterBackOff();

        assertThat(due()).isInstanceOf(Renewed.class);

        assertThat(staging.certificates()).hasSize(1);
        assertThat(certificate(storage)).isEqualTo(world.certificates().get(0));
        assertThat(storage.accounts().load(staging.directory())).isPresent();
        assertThat(news).containsExactly("probing", "recovered from 1");
    }

    @Test
    void asksNothingOfTheCaWhileTheProofIsRefusedAtTheStagingServer() {
        world.sandbox.acme().faults().failValidation("example.com", 1, refusedProof());
        staging.faults().failValidation("example.com", 1, refusedProof());
        assertThat(due()).isInstanceOf(Failed.class);
        afterBackOff();
        world.sandbox.acme().log().clear();

        Failed second = (Failed) due();

        assertThat(second.trouble().failures()).isEqualTo(2);
        assertThat(second.trouble().validationFailed()).isTrue();
        assertThat(world.sandbox.acme().log().counts()).isEmpty();
    }

    @Test
    void takesTheConsentAtTheCaForItsStagingServer() {
        assertThat(due()).isInstanceOf(Renewed.class);
        RenewalRequest silent = RenewalRequest.of(
                World.names("example.com", "www.example.com"), world.server(), new AccountSettings(null, false, null));
        world.sandbox.acme().faults().failValidation("www.example.com", 1, refusedProof());
        assertThat(renewer.renew(job(silent), Urgency.IF_DUE)).isInstanceOf(Failed.class);
        afterBackOff();

        assertThat(renewer.renew(job(silent), Urgency.IF_DUE)).isInstanceOf(Renewed.class);

        assertThat(staging.certificates()).hasSize(1);
    }

    @Test
    void isNotKeptFromTheCaByAStagingServerThatIsDown() {
        world.sandbox.acme().faults().failValidation("example.com", 1, refusedProof());
        staging.faults().always(Endpoint.DIRECTORY, AcmeFault.unavailable(Duration.ofHours(1)));
        assertThat(due()).isInstanceOf(Failed.class);
        afterBackOff();

        assertThat(due()).isInstanceOf(Renewed.class);
    }

    @Test
    void isNotKeptFromTheCaByTheLimitsOfAStagingServer() {
        world.sandbox.acme().faults().failValidation("example.com", 1, refusedProof());
        staging.faults().always(Endpoint.NEW_ORDER, AcmeFault.rateLimited(Duration.ofDays(30)));
        assertThat(due()).isInstanceOf(Failed.class);
        afterBackOff();

        assertThat(due()).isInstanceOf(Renewed.class);
    }

    @Test
    void losesNoTimeAtTheStagingServerWhenTheEndIsNear() {
        assertThat(due()).isInstanceOf(Renewed.class);
        X509Certificate first = certificate(storage);
        world.time.advance(Duration.between(
                world.time.now(), first.getNotAfter().toInstant().minus(Duration.ofHours(3))));
        world.sandbox.acme().faults().failValidation("example.com", 1, refusedProof());
        staging.faults().failValidation("example.com", 9, refusedProof());
        Failed failed = (Failed) due();
        world.time.advance(Duration.between(world.time.now(), failed.trouble().nextAttempt()));

        assertThat(due()).isInstanceOf(Renewed.class);
        assertThat(news).containsExactly("recovered from 1");
    }

    @Test
    void triesNothingElsewhereAfterOtherFailures() {
        world.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.CAA, "no"));
        assertThat(due()).isInstanceOf(Failed.class);
        afterBackOff();

        assertThat(due()).isInstanceOf(Renewed.class);

        assertThat(staging.log().events(AcmeEvent.Request.class)).isEmpty();
    }

    @Test
    void tellsTheDeployerAgainAfterItFailedAndRenewsMeanwhile() {
        List<String> told = new ArrayList<>();
        Deployer failsTwice = (name, certificate) -> {
            told.add(Issuance.serial(certificate.chain().get(0)));
            if (told.size() <= 2) {
                throw new IllegalStateException("the server does not reload");
            }
        };
        RenewalJob job = job(world.request().withDeployer(failsTwice));

        Renewed renewed = (Renewed) renewer.renew(job, Urgency.IF_DUE);
        Undeployed first = (Undeployed) renewed.deploy();
        assertThat(first).isNotNull();
        assertThat(first.reason()).hasMessage("the server does not reload");
        assertThat(renewer.renew(job, Urgency.IF_DUE).deploy())
                .as("not before a minute")
                .isNull();
        world.time.advance(Duration.ofMinutes(1));
        assertThat(renewer.renew(job, Urgency.IF_DUE).deploy()).isInstanceOf(Undeployed.class);
        world.time.advance(Duration.ofMinutes(10));
        assertThat(renewer.renew(job, Urgency.IF_DUE).deploy()).isEqualTo(new Deployed());
        assertThat(renewer.renew(job, Urgency.IF_DUE).deploy()).isNull();

        assertThat(told).hasSize(3).containsOnly(Issuance.serial(certificate(storage)));
        assertThat(world.orders()).hasSize(1);
        assertThat(storage.memory(NAME).deployTrouble()).isNull();
    }

    @Test
    void tellsTheDeployerOfANewCertificateAtOnceThoughItFailedAtTheFormer() {
        List<String> told = new ArrayList<>();
        RenewalJob job = job(world.request().withDeployer((name, certificate) -> {
            told.add("told");
            throw new IllegalStateException("no");
        }));
        assertThat(renewer.renew(job, Urgency.NOW)).isInstanceOf(Renewed.class);

        assertThat(renewer.renew(job, Urgency.NOW)).isInstanceOf(Renewed.class);

        assertThat(told).hasSize(2);
    }

    @Test
    void tellsNoDeployerOfACertificateThatWasHereBefore() {
        assertThat(due()).isInstanceOf(Renewed.class);
        CertificateStorage imported = CertificateStorage.inMemory();
        imported.install(NAME, storage.load(NAME).orElseThrow());
        List<String> told = new ArrayList<>();
        RenewalJob job = job(world.request().withDeployer((name, certificate) -> told.add("told")));

        RenewalOutcome outcome = world.renewer(imported).build().renew(job, Urgency.IF_DUE);

        assertThat(outcome).isInstanceOf(NotDue.class);
        assertThat(told).isEmpty();
    }

    @Test
    void holdsNoLockWhileTheDeployerIsAtWork() {
        RenewalJob job = job(world.request().withDeployer((name, certificate) -> {
            try (CertificateStorage.Lock free = storage.lock(Duration.ZERO, world.time)) {
                assertThat(free).isNotNull();
            }
        }));

        assertThat(renewer.renew(job, Urgency.IF_DUE).deploy()).isEqualTo(new Deployed());
    }
}
