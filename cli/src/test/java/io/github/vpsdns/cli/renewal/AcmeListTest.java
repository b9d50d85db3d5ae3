// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcmeListTest {
    @TempDir
    Path directory;

    @Test
    void listsWhatIsThereWithoutAnyToken() {
        try (Sandbox sandbox = Sandbox.start("example.com")) {
            assertThat(SandboxRuns.all(sandbox)
                            .run("acme", "issue", "-d", "example.com", "--dir", directory.toString())
                            .status())
                    .isZero();
        }

        Run text = Run.of("acme", "list", "--dir", directory.toString());
        Run json = Run.of("acme", "list", "--json", "--dir", directory.toString());

        assertThat(text.status()).isZero();
        assertThat(text.out())
                .startsWith("example.com\n")
                .contains("names        example.com\n", "days left", "key          p256\n");
        assertThat(json.json().size()).isEqualTo(1);
        assertThat(json.json().get(0).get("not_after").asString()).endsWith("Z");
        assertThat(json.json().get(0).get("key_type").asString()).isEqualTo("p256");
    }

    @Test
    void takesAMissingDirectoryForEmpty() {
        String missing = directory.resolve("missing").toString();

        Run text = Run.of("acme", "list", "--dir", missing);

        assertThat(text.status()).isZero();
        assertThat(text.out()).isEmpty();
        assertThat(text.err()).contains("no certificates in '" + missing + "'");
        assertThat(Run.of("acme", "list", "--json", "--dir", missing).out()).isEqualTo("[]\n");
    }

    @Test
    void doesNotTakeWhatIsNoDirectoryForEmpty() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        Run run = Run.of("acme", "list", "--dir", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("vpsdns: '" + file
                        + "' is not a directory that this user may read; run as its owner, or give --dir\n");
    }

    @Test
    void looksWhereTheUserKeepsState() {
        assertThat(Run.bare().as("root", Path.of("/root")).run("acme", "list").err())
                .contains("'/var/lib/vpsdns/acme'");
        assertThat(Run.bare().as("someone", directory).run("acme", "list").err())
                .contains("'" + directory.resolve(".local/state/vpsdns/acme") + "'");
        assertThat(Run.bare()
                        .with("HOME", directory.toString())
                        .run("acme", "list")
                        .err())
                .contains("'" + directory.resolve(".local/state/vpsdns/acme") + "'");
        assertThat(Run.bare()
                        .with("XDG_STATE_HOME", directory.resolve("state").toString())
                        .run("acme", "list")
                        .err())
                .contains("'" + directory.resolve("state/vpsdns/acme") + "'");
        assertThat(Run.bare()
                        .with("VPSDNS_ACME_DIR", directory.toString())
                        .run("acme", "list")
                        .err())
                .contains("'" + directory + "'");
    }
}
