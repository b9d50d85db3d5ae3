// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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
    void failsWhereThereIsNothingToWatch() {
        String missing = directory.resolve("missing").toString();

        assertThat(Run.of("acme", "list", "--fail-within", "10d", "--dir", missing)
                        .status())
                .isEqualTo(1);
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

    @Test
    void tellsWhenTheNextAttemptIsAndWhatTheCaSuggests() {
        try (Place place = new Place(directory)) {
            place.issue("-d", "example.com");
            place.renew();

            Run text = place.list();
            JsonNode renewal = place.list("--json").json().get(0).get("renewal");

            assertThat(text.status()).isZero();
            assertThat(text.out())
                    .containsPattern("\n  renewal      \\S+Z, the CA suggests that time\n")
                    .containsPattern("\n  CA suggests  \\S+Z to \\S+Z\n");
            assertThat(renewal.get("reason").asString()).isEqualTo("ari");
            assertThat(renewal.get("next_attempt").asString())
                    .isEqualTo(renewal.get("window").get("chosen").asString());
            assertThat(renewal.get("last_success").asString()).endsWith("Z");
            assertThat(renewal.get("trouble").isNull()).isTrue();
        }
    }

    @Test
    void tellsWhatWentWrongAndFailsWhenItLasts() {
        try (Place place = new Place(directory)) {
            place.issue("-d", "example.com");
            place.time.advance(Duration.ofDays(70));
            place.sandbox
                    .acme()
                    .faults()
                    .always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "no such thing"));
            place.renew();

            Run fresh = place.list();
            place.time.advance(Duration.ofDays(1));
            place.renew();
            Run lasting = place.list();
            JsonNode json = place.list("--json").json().get(0);

            assertThat(fresh.status()).isZero();
            assertThat(fresh.out())
                    .containsPattern("\n  failed       once, at \\S+Z, last: .*no such thing")
                    .doesNotContain("problem");
            assertThat(lasting.status()).isEqualTo(1);
            assertThat(lasting.out())
                    .containsPattern("\n  failed       2 times since ")
                    .containsPattern("\n  problem      renewal has failed since .*no such thing");
            assertThat(json.get("problems").size()).isEqualTo(1);
            assertThat(json.get("renewal").get("trouble").get("failures").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void holdsNothingAgainstARenewalThatFailedLongBeforeItsTime() {
        try (Place place = new Place(directory)) {
            place.issue("-d", "example.com");
            place.sandbox
                    .acme()
                    .faults()
                    .always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "no such thing"));
            place.renew("--force");
            place.time.advance(Duration.ofDays(2));

            Run run = place.list();

            assertThat(run.status()).as(run.out()).isZero();
            assertThat(run.out())
                    .containsPattern("\n  failed       once, at \\S+Z, last: .*no such thing")
                    .doesNotContain("problem");
        }
    }

    @Test
    void failsWhenACertificateHasExpiredOrSoonWill() {
        try (Place place = new Place(directory)) {
            place.issue("-d", "example.com");

            assertThat(place.list("--fail-within", "89d").status()).isZero();
            Run soon = place.list("--fail-within", "91d");
            place.time.advance(Duration.ofDays(91));
            Run expired = place.list();

            assertThat(soon.status()).isEqualTo(1);
            assertThat(soon.out()).containsPattern("\n  problem      expires at \\S+Z\n");
            assertThat(expired.status()).isEqualTo(1);
            assertThat(expired.out()).containsPattern("\n  problem      has expired at \\S+Z\n");
        }
    }

    @Test
    void failsWhenNobodyRunsRenewals() {
        try (Place place = new Place(directory)) {
            place.issue("-d", "example.com");
            place.time.advance(Duration.ofDays(70));

            Run run = place.list();

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).contains("does a timer or service run 'vpsdns acme renew' or 'run'?");
        }
    }

    @Test
    void doesNotLetWhatCannotBeReadHideTheOthers() throws Exception {
        try (Place place = new Place(directory)) {
            place.issue("-d", "example.com");
            place.issue("-d", "example.net");
            place.issue("-d", "www.example.net");
            Files.writeString(place.state.resolve("renewal/example.com.json"), "{");
            Files.writeString(place.state.resolve("live/example.net/cert.pem"), "no certificate");
            Files.writeString(place.state.resolve("live/example.net/fullchain.pem"), "no certificate");

            Run run = place.list();

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out())
                    .containsPattern("(?s)example.com\n.*problem      it cannot be renewed: .*is not valid JSON")
                    .containsPattern("\nexample.net\n  problem      ")
                    .containsPattern("(?s)\nwww.example.net\n.*renewal      \\S+Z, ");
            assertThat(place.list("--json").json().size()).isEqualTo(3);
        }
    }

    @Test
    void needsATimeToFailWithin() {
        Run run = Run.of("acme", "list", "--fail-within", "soon");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("'soon' is not a duration; expected one such as 90s, 10m or 1h");
    }
}
