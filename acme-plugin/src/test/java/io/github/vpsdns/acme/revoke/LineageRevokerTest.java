// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.revoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.renew.IssueService;
import io.github.vpsdns.acme.revoke.LineageRevoker.By;
import io.github.vpsdns.acme.revoke.LineageRevoker.Revoked;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.acme.store.UnknownLineageException;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineageRevokerTest {
    private static final LineageName NAME = new LineageName("example.com");

    @TempDir
    private Path directory;

    private final World world = World.start();
    private StateDirectory state;
    private LineageRevoker revoker;

    @BeforeEach
    void issueIt() {
        state = new StateDirectory(directory.resolve("state"));
        revoker = new LineageRevoker(state, world.time);
        issue();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Lineage issue() {
        try (Journal journal = state.journal(world.time)) {
            return new IssueService(state, world.solver().journal(journal).build(), world.time, IssueListener.NONE)
                    .issue(NAME, settings(), World.ACCOUNT, null);
        }
    }

    private RenewalSettings settings() {
        return RenewalSettings.builder(
                        List.of(DomainName.of("example.com")), world.server().directory())
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void revokesAndNoLongerRenewsButLeavesTheFiles(By by) {
        Revoked done = revoker.revoke(NAME, by, RevocationReason.SUPERSEDED, null);

        assertThat(done.now()).isTrue();
        assertThat(done.renewed()).isTrue();
        assertThat(world.sandbox.acme().isRevoked(done.lineage().certificate())).isTrue();
        assertThat(state.renewals().load(NAME)).isEmpty();
        Lineage left = state.lineages().load(NAME).orElseThrow();
        assertThat(left.key()).isPresent();
        assertThat(left.revocation().orElseThrow().reason()).isEqualTo("superseded");
    }

    @Test
    void doesTheRestWhereTheCaHadRevokedItBefore() {
        new RevocationService(world.server(), world.time)
                .byAccount(
                        state.lineages().load(NAME).orElseThrow().certificate(),
                        state.accounts(),
                        RevocationReason.UNSPECIFIED);

        Revoked done = revoker.revoke(NAME, By.ACCOUNT, RevocationReason.UNSPECIFIED, null);

        assertThat(done.now()).isFalse();
        assertThat(state.renewals().load(NAME)).isEmpty();
        assertThat(state.lineages().load(NAME).orElseThrow().revocation()).isPresent();
    }

    @Test
    void keepsRenewingWhereTheCaDoesNotRevoke() {
        world.sandbox
                .acme()
                .faults()
                .next(Endpoint.REVOKE_CERT, AcmeFault.problem(ProblemType.UNAUTHORIZED, "not yours"));

        assertThatThrownBy(() -> revoker.revoke(NAME, By.ACCOUNT, RevocationReason.UNSPECIFIED, null))
                .isInstanceOf(CaException.class);

        assertThat(state.renewals().load(NAME)).isPresent();
        assertThat(state.lineages().load(NAME).orElseThrow().revocation()).isEmpty();
    }

    @Test
    void knowsTheCaThatIssuedItThoughAnotherIsToIssueTheNext() {
        RenewalSettings moved = RenewalSettings.builder(
                        List.of(DomainName.of("example.com")), URI.create("https://other.example/directory"))
                .build();
        state.renewals().save(NAME, moved);

        assertThat(revoker.revoke(NAME, By.ACCOUNT, RevocationReason.UNSPECIFIED, null)
                        .server())
                .isEqualTo(world.server());
    }

    @Test
    void knowsTheCaOfOneThatIsNotRenewed() {
        state.renewals().remove(NAME);

        assertThat(revoker.revoke(NAME, By.ACCOUNT, RevocationReason.UNSPECIFIED, null)
                        .now())
                .isTrue();
    }

    @Test
    void needsTheCaOfOneOfWhichNothingIsRemembered() throws IOException {
        state.renewals().remove(NAME);
        Files.delete(state.path().resolve("schedule/example.com.json"));

        assertThatThrownBy(() -> revoker.revoke(NAME, By.ACCOUNT, RevocationReason.UNSPECIFIED, null))
                .isInstanceOf(StoreException.class)
                .hasMessage("nothing here says which CA issued the certificate example.com, since it is not renewed any"
                        + " more; name the CA (--server)");
        assertThat(revoker.revoke(NAME, By.ACCOUNT, RevocationReason.UNSPECIFIED, world.server())
                        .now())
                .isTrue();
    }

    @Test
    void saysNothingOfTheNextCertificate() {
        revoker.revoke(NAME, By.ACCOUNT, RevocationReason.UNSPECIFIED, null);

        assertThat(issue().revocation()).isEmpty();
        assertThat(state.renewals().load(NAME)).isPresent();
    }

    @Test
    void saysWhichCertificatesThereAre() {
        assertThatThrownBy(
                        () -> revoker.revoke(new LineageName("other"), By.ACCOUNT, RevocationReason.UNSPECIFIED, null))
                .isInstanceOf(UnknownLineageException.class)
                .hasMessage("there is no certificate 'other' in '" + state.path() + "'; there is example.com");
    }
}
