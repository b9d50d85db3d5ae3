// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.e2e.Vpsdns.Outcome;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.PebbleOptions;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names proven by records that stay, at a CA whose reading of the draft is not ours. */
@NeedsPrograms({"named", "rndc", "pebble-2.10"})
class PersistIT {
    @TempDir
    Path work;

    private Stage stage;

    @BeforeEach
    void set() {
        stage = Stage.set(work, PebbleOptions.DEFAULT.withProgram("pebble-2.10"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Outcome issue(String... more) {
        String[] line = {"acme", "issue", "-d", "example.com,*.example.com", "--challenge", "dns-persist-01"};
        String[] all = new String[line.length + more.length];
        System.arraycopy(line, 0, all, 0, line.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return stage.vpsdns().run(all);
    }

    private List<String> values() {
        return stage.records().stream().map(SandboxRecord::value).toList();
    }

    @Test
    void getsASecondCertificateWithoutAnyCallToTheApi() {
        Outcome first = issue();
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(values()).singleElement().asString().endsWith("; policy=wildcard");
        stage.sandbox().calls().clear();

        Outcome second = issue();

        assertThat(second.status()).as(second.err()).isZero();
        assertThat(stage.sandbox().calls().all()).isEmpty();
        assertThat(values()).hasSize(1);
    }

    @Test
    void setsTheRecordAheadForATime() {
        Outcome set = stage.vpsdns().run("acme", "persist", "set", "*.example.com", "--for", "30d");
        assertThat(set.status()).as(set.err()).isZero();
        stage.sandbox().calls().clear();

        Outcome issued = issue("--persist-for", "30d");

        assertThat(issued.status()).as(issued.err()).isZero();
        assertThat(stage.sandbox().calls().all()).isEmpty();
    }

    @Test
    void isNotProvenByARecordForAnotherAccount() {
        String other = "pebble.letsencrypt.org; accounturi=https://localhost/other; policy=wildcard";
        stage.sandbox().zones().add(Stage.ZONE, "_validation-persist", "TXT", other);

        Outcome issued = issue();

        assertThat(issued.status()).as(issued.err()).isZero();
        assertThat(values()).hasSize(2).contains(other);
    }
}
