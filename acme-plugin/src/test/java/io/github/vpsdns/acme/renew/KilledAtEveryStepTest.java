// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.pem.KeyPairs;
import io.github.vpsdns.acme.renew.MortalWorld.Dead;
import io.github.vpsdns.acme.renew.MortalWorld.Moment;
import io.github.vpsdns.acme.renew.RenewalOutcome.NotDue;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.StateDirectories;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.core.file.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed at each of the steps that a renewal takes: the next run ends with a certificate that is valid, whose key is
 * beside it and of which the deployer was told, in an empty zone, for one order more than needed at most.
 */
class KilledAtEveryStepTest {
    @TempDir
    private Path temporary;

    private MortalWorld mortal;
    private RenewalWorld world;
    private final List<String> deployed = new ArrayList<>();
    private int lives;

    @BeforeEach
    void start() throws IOException {
        mortal = new MortalWorld();
        world = RenewalWorld.start();
    }

    @AfterEach
    void stop() {
        world.close();
        mortal.close();
    }

    private RenewalJob job() {
        return RenewalWorld.job(world.request()
                .withDeployer((name, certificate) ->
                        deployed.add(Issuance.serial(certificate.chain().get(0)))));
    }

    /** One process from its start to its end, on the given directory. */
    private RenewalOutcome process(Path state, Disk disk) {
        StateDirectory directory = StateDirectories.on(state, disk);
        Journal journal = directory.journal(world.time);
        try (RenewalWorld.Client client = world.connect(journal)) {
            RenewalOutcome outcome =
                    world.renewer(directory.storage(), client).build().renew(job(), Urgency.IF_DUE);
            journal.close();
            return outcome;
        }
    }

    @Test
    void theNextRunPutsARenewalRight() throws IOException {
        Path state = healthy();
        int step = 0;
        boolean died = true;
        while (died) {
            step++;
            world.time.advance(Duration.ofDays(85));
            Path next = copy(state);
            died = dies(next, step, Moment.BEFORE);
            state = copy(next);
            putRight(state, "killed before step " + step);
        }
        assertThat(step).as("each step of the disk, the API and the CA").isGreaterThan(40);
    }

    @Test
    void theNextRunPutsARenewalRightWhoseRequestsAreCarriedOut() throws IOException {
        Path state = healthy();
        world.time.advance(Duration.ofDays(85));
        mortal.live();
        assertThat(process(state, mortal)).isInstanceOf(Renewed.class);
        List<Integer> requests = mortal.requests();
        assertThat(requests).hasSizeGreaterThan(15);
        for (int request : requests) {
            world.time.advance(Duration.ofDays(85));
            Path next = copy(state);
            boolean died = dies(next, request, Moment.AFTER);
            assertThat(died).isTrue();
            state = copy(next);
            putRight(state, "killed after request " + request);
        }
    }

    @Test
    void theNextRunPutsAFirstIssueRight() throws IOException {
        int step = 0;
        boolean died = true;
        while (died) {
            step++;
            Path fresh = temporary.resolve("fresh" + step);
            died = dies(fresh, step, Moment.BEFORE);
            putRight(copy(fresh), "killed before step " + step);
        }
        assertThat(step).as("each step of the disk, the API and the CA").isGreaterThan(40);
    }

    /** A directory with a certificate of which the deployer was told. */
    private Path healthy() {
        mortal.live();
        Path state = temporary.resolve("first");
        assertThat(process(state, mortal).deploy()).isNotNull();
        return state;
    }

    private boolean dies(Path state, int step, Moment moment) {
        world.sandbox.acme().log().clear();
        mortal.live(step, moment);
        try {
            RenewalOutcome ignored = process(state, mortal);
        } catch (Dead end) {
            assertThat(mortal.isDead()).isTrue();
        }
        boolean died = mortal.isDead();
        mortal.live();
        return died;
    }

    private void putRight(Path state, String when) {
        RenewalOutcome outcome = process(state, mortal);

        StateDirectory directory = StateDirectories.on(state, Disk.local());
        CertificateFiles files = directory.storage().load(NAME).orElseThrow();
        String serial = Issuance.serial(files.chain().get(0));
        assertThat(files.chain().get(0).getNotAfter().toInstant())
                .as("%s: valid, %s", when, outcome)
                .isAfter(world.time.now().plus(Duration.ofDays(80)));
        assertThat(KeyPairs.match(
                        files.chain().get(0).getPublicKey(), files.key().orElseThrow()))
                .as("%s: the key is beside it", when)
                .isTrue();
        assertThat(deployed).as("%s: the deployer was told", when).contains(serial);
        assertThat(directory.storage().memory(NAME).deployed()).as(when).isEqualTo(serial);
        assertThat(world.sandbox.zones().records("example.com"))
                .as("%s: zone", when)
                .isEmpty();
        assertThat(world.orders()).as("%s: orders", when).hasSizeBetween(1, 2);
        try (Journal journal = directory.journal(world.time)) {
            assertThat(journal.leftovers()).as("%s: journal", when).isEmpty();
        }
        assertThat(process(state, mortal)).as("%s: nothing is left to do", when).isInstanceOf(NotDue.class);
        assertThat(world.orders()).as("%s: orders", when).hasSizeBetween(1, 2);
    }

    /** The files as they are now, which nobody holds: what the killed process held is free when it is gone. */
    private Path copy(Path directory) throws IOException {
        Path copy = temporary.resolve("life" + ++lives);
        if (!Files.exists(directory)) {
            return copy;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path each : tree.toList()) {
                Files.copy(
                        each,
                        copy.resolve(directory.relativize(each)),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }
}
