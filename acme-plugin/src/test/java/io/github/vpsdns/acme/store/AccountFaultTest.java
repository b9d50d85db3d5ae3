// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.account.AccountDetails;
import io.github.vpsdns.acme.account.AccountService;
import io.github.vpsdns.acme.issue.CertificateIssuer;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.issue.IssuedCertificate;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Crash;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** At whichever step on the disk a process ends, the next one finds the account, and there is only ever one at the CA. */
class AccountFaultTest {
    /** Three directories and the sync of each, a pending key replaced, a key and its account written, the pending key gone. */
    private static final int STEPS_OF_REGISTRATION = 16;
    /** A pending key replaced, a key and its account written, the old key and the pending one gone. */
    private static final int STEPS_OF_ROLLOVER = 13;

    @TempDir
    Path state;

    private final World world = World.start();

    @AfterEach
    void close() {
        world.close();
    }

    private static Stream<Arguments> everyWayAtEach(int steps) {
        return Stream.of(Fault.CRASHES, Fault.FAILS_ONCE)
                .flatMap(fault -> IntStream.rangeClosed(1, steps).mapToObj(step -> Arguments.of(fault, step)));
    }

    static Stream<Arguments> everyStepOfRegistration() {
        return everyWayAtEach(STEPS_OF_REGISTRATION - 1);
    }

    static Stream<Arguments> everyStepOfRollover() {
        return everyWayAtEach(STEPS_OF_ROLLOVER - 2);
    }

    @Test
    void takesTheStepsThatAreTriedBelow() {
        FaultyDisk registration = FaultyDisk.none();
        issue(registration);
        FaultyDisk rollover = FaultyDisk.none();
        rollOver(rollover);

        assertThat(registration.steps()).isEqualTo(STEPS_OF_REGISTRATION);
        assertThat(rollover.steps()).isEqualTo(STEPS_OF_ROLLOVER);
    }

    @ParameterizedTest
    @MethodSource("everyStepOfRegistration")
    void findsTheAccountWhoseMakingWasCutShort(Fault fault, int step) {
        assertThatThrownBy(() -> issue(new FaultyDisk(fault, step))).isInstanceOfAny(StoreException.class, Crash.class);

        assertThat(issue(Disk.local()).chain()).isNotEmpty();
        assertThat(accountsMade()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("everyStepOfRollover")
    void findsTheKeyWhoseChangeWasCutShort(Fault fault, int step) {
        issue(Disk.local());

        assertThatThrownBy(() -> rollOver(new FaultyDisk(fault, step)))
                .isInstanceOfAny(StoreException.class, Crash.class);

        assertThat(issue(Disk.local()).chain()).isNotEmpty();
        assertThat(rollOver(Disk.local()).keyType()).isEqualTo("p256");
        assertThat(issue(Disk.local()).chain()).isNotEmpty();
        assertThat(accountsMade()).isEqualTo(1);
    }

    private IssuedCertificate issue(Disk disk) {
        return new CertificateIssuer(
                        world.server(),
                        World.ACCOUNT,
                        new FileAccountStore(state, disk),
                        world.solver().build(),
                        world.time,
                        IssueListener.NONE)
                .issue(World.names("example.com"), null);
    }

    private AccountDetails rollOver(Disk disk) {
        return new AccountService(world.server(), new FileAccountStore(state, disk), world.time).rollOver(KeyType.P256);
    }

    private int accountsMade() {
        return world.sandbox.acme().log().events(AcmeEvent.AccountCreated.class).size();
    }
}
